package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may compare a secret, and how, read off the compiled classes. */
class ConstantTimeTest {
  private static final String RELAY = "network/pug/relay/";

  /** Where secrets, tokens, their digests or the creator's connection id pass through. */
  private static final Pattern HOLDERS =
      Pattern.compile(
          "(room|gateway|json)/.*|http/(OneTimeTokens|Api|BearerReader|Solution|Base64Url)(\\$.*)?");

  /** Calls that compare, by any name that the JDK and Netty have for it. */
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(equals|contentEquals|equalsIgnoreCase|compare|compareTo|compareUnsigned|mismatch"
              + "|isEqual|regionMatches|matches|startsWith|endsWith|contains|containsKey"
              + "|containsValue|indexOf|hashCode|bytesBefore)");

  /** The only way to compare secrets, and who compares what is none. */
  private static final Set<String> ALLOWED =
      Set.of(
          "room/RoomRegistry -> network/pug/relay/room/Digest.matches",
          "http/OneTimeTokens -> network/pug/relay/room/Digest.matches",
          // Of tokens whose MAC was right: who asks has the whole of what is looked for.
          "http/OneTimeTokens -> java/util/Set.contains",
          // The deadline in such a token.
          "http/Base64Url -> java/lang/String.indexOf",
          // A media type, display names, durations, the order of rooms by their ids.
          "http/Api -> java/lang/String.contentEquals",
          "room/Names -> java/lang/String.equals",
          "gateway/Heartbeat -> java/time/Duration.compareTo",
          "room/RoomRegistry -> java/lang/Long.compare");

  @Test
  void digestsAreComparedWholeBeforeAnythingDependsOnIt() {
    List<Opcode> matches =
        Bytecode.instructions(Bytecode.of("room/Digest"), "matches").stream()
            .filter(Instruction.class::isInstance)
            .map(instruction -> ((Instruction) instruction).opcode())
            .filter(opcode -> opcode != Opcode.ALOAD_0 && opcode != Opcode.ALOAD_1)
            .toList();
    List<Opcode> arithmetic = List.of(Opcode.GETFIELD, Opcode.GETFIELD, Opcode.LXOR, Opcode.LOR);
    assertEquals(arithmetic.subList(0, 3), matches.subList(0, 3), "the first of four parts");
    for (int part = 0; part < 3; part++) {
      assertEquals(arithmetic, matches.subList(3 + 4 * part, 7 + 4 * part), "the next parts");
    }
    assertEquals(
        List.of(
            Opcode.LCONST_0,
            Opcode.LCMP,
            Opcode.IFNE,
            Opcode.ICONST_1,
            Opcode.GOTO,
            Opcode.ICONST_0,
            Opcode.IRETURN),
        matches.subList(15, matches.size()),
        "the one branch tells whether they match");
  }

  @Test
  void nothingThatHoldsASecretComparesInAnotherWay() throws IOException {
    Set<String> calls = new TreeSet<>();
    forEachCall(
        (place, call) -> {
          String holder = place.substring(0, place.indexOf('.'));
          if (HOLDERS.matcher(holder).matches()
              && COMPARISON.matcher(call.name().stringValue()).matches()) {
            calls.add(holder + " -> " + name(call));
          }
        });
    assertEquals(new TreeSet<>(ALLOWED), calls);
  }

  /** Parts of a digest order and place rooms, by their ids, and nothing by a secret's. */
  @Test
  void nothingTakesADigestApartButTheOrderOfRooms() throws IOException {
    Set<String> readers = new TreeSet<>();
    forEachCall(
        (place, call) -> {
          if (Set.of("a", "b", "c", "d").contains(call.name().stringValue())
              && call.owner().asInternalName().equals(RELAY + "room/Digest")) {
            readers.add(place);
          }
        });
    assertEquals(Set.of("room/RoomDirectory.shardOf", "room/RoomRegistry.byDeadline"), readers);
  }

  /**
   * A collection compares by equals, which ends at the first difference. That is right for ids and
   * for spent tokens: an id is found by its SHA-256, which who guesses cannot steer, and spent
   * tokens are asked for only by who has shown a right one. It would not be for secrets.
   */
  @Test
  void digestsAreKeysOfRoomsByIdAndOfSpentTokensOnly() throws IOException {
    Set<String> keyed = new TreeSet<>();
    for (ClassModel model : Bytecode.classes("")) {
      model
          .fields()
          .forEach(
              field ->
                  field
                      .findAttribute(Attributes.signature())
                      .filter(generic -> generic.signature().stringValue().contains("room/Digest;"))
                      .ifPresent(generic -> keyed.add(nameOf(model) + "." + field.fieldName())));
    }
    assertEquals(
        Set.of(
            "http/OneTimeTokens.spent",
            "http/OneTimeTokens.spentEarlier",
            "room/RoomRegistry.rooms"),
        keyed);
  }

  @Test
  void theSecretOfARoomIsReadInOnePlaceAndOnlyToBeMatched() throws IOException {
    Set<String> readers = new TreeSet<>();
    forEachCall(
        (place, call) -> {
          if (name(call).equals(RELAY + "room/Room.secret")) {
            readers.add(place);
          }
        });
    assertEquals(Set.of("room/RoomRegistry.join"), readers);
    List<String> calls =
        Bytecode.instructions(Bytecode.of("room/RoomRegistry"), "join").stream()
            .filter(InvokeInstruction.class::isInstance)
            .map(call -> name((InvokeInstruction) call))
            .toList();
    int read = calls.indexOf(RELAY + "room/Room.secret");
    assertEquals(RELAY + "room/Digest.matches", calls.get(read + 1));
  }

  /** The reader of JSON ends at the first difference, which is right for words that all know. */
  @Test
  void textIsComparedByTheJsonReaderWithWordsOfTheProtocolOnly() throws IOException {
    Set<String> others = new TreeSet<>();
    int compared = 0;
    for (ClassModel model : Bytecode.classes("")) {
      for (MethodModel method : model.methods()) {
        Instruction before = null;
        for (CodeElement element : elements(method)) {
          if (element instanceof InvokeInstruction call
              && name(call).equals(RELAY + "json/JsonObjectReader.is")) {
            compared++;
            if (!(before instanceof ConstantInstruction)) {
              others.add(nameOf(model) + "." + method.methodName());
            }
          }
          before = element instanceof Instruction instruction ? instruction : before;
        }
      }
    }
    assertEquals(Set.of(), others);
    assertTrue(compared > 5, "only " + compared + " were found");
  }

  /** Every call in the relay, with its class and method such as {@code room/Room.admit}. */
  private static void forEachCall(BiConsumer<String, InvokeInstruction> taker) throws IOException {
    for (ClassModel model : Bytecode.classes("")) {
      for (MethodModel method : model.methods()) {
        for (CodeElement element : elements(method)) {
          if (element instanceof InvokeInstruction call) {
            taker.accept(nameOf(model) + "." + method.methodName(), call);
          }
        }
      }
    }
  }

  private static List<CodeElement> elements(MethodModel method) {
    return method.code().map(code -> code.elementList()).orElse(List.of());
  }

  private static String name(InvokeInstruction call) {
    return call.owner().asInternalName() + "." + call.name().stringValue();
  }

  private static String nameOf(ClassModel model) {
    return model.thisClass().asInternalName().substring(RELAY.length());
  }
}
