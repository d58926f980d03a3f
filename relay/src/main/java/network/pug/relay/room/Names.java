package network.pug.relay.room;

import java.util.List;
import java.util.random.RandomGenerator;

/** Display names: two friendly words, drawn at random, so that they say nothing about anybody. */
final class Names {
  private static final List<String> FIRST =
      words(
          """
          Agile Amber Autumn Azure Brave Breezy Bright Calm Candid Cheery Clever Coral Cosmic Cozy
          Crimson Curious Dapper Daring Eager Early Easy Emerald Fair Fluffy Friendly Gentle Glad
          Golden Grand Happy Hazel Honest Humble Indigo Ivory Jade Jolly Keen Kind Lively Lucky
          Lunar Mellow Merry Mighty Misty Modest Noble Olive Patient Plucky Polite Proud Quick
          Quiet Rosy Ruby Rustic Sandy Serene Silent Silver Sleepy Smooth Snowy Solar Steady Sunny
          Swift Tidy Velvet Violet Warm Wise Witty Zesty
          """);
  private static final List<String> SECOND =
      words(
          """
          Alpaca Badger Beaver Bison Bobcat Buffalo Camel Caribou Cheetah Condor Corgi Cougar Crane
          Cricket Dingo Dolphin Donkey Eagle Egret Falcon Ferret Finch Fox Gazelle Gecko Gibbon
          Goose Hamster Hare Hedgehog Heron Husky Ibex Iguana Jackal Jaguar Kestrel Kiwi Koala
          Lemur Leopard Lion Llama Lynx Magpie Marmot Marten Meerkat Mole Moose Narwhal Newt Ocelot
          Octopus Orca Osprey Otter Owl Panda Panther Parrot Pelican Penguin Pony Puffin Pug Puma
          Quail Rabbit Raccoon Raven Robin Salmon Seal Sparrow Squirrel Stork Swan Tapir Tiger
          Toucan Turtle Walrus Wombat Wren Yak Zebra
          """);

  private Names() {}

  /** A name that none of {@code taken} has. */
  static String pick(RandomGenerator random, List<? extends Member<?>> taken) {
    while (true) {
      String name =
          FIRST.get(random.nextInt(FIRST.size())) + ' ' + SECOND.get(random.nextInt(SECOND.size()));
      if (taken.stream().noneMatch(member -> member.username().equals(name))) {
        return name;
      }
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
