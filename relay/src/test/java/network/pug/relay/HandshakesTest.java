package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class HandshakesTest {
  private int full;
  private final Handshakes handshakes = new Handshakes(2, () -> full++);

  private Channel begin() {
    Channel channel = new EmbeddedChannel();
    handshakes.begin(channel);
    return channel;
  }

  @Test
  void atTheBoundNobodyMakesWay() {
    Channel first = begin();
    Channel second = begin();
    assertTrue(first.isOpen() && second.isOpen());
    assertEquals(2, handshakes.size());
    assertEquals(0, full);
  }

  @Test
  void beyondTheBoundTheOldestMakesWayForTheNewcomer() {
    Channel first = begin();
    Channel second = begin();
    Channel third = begin();
    assertFalse(first.isOpen());
    assertTrue(second.isOpen() && third.isOpen());
    assertEquals(2, handshakes.size());
    assertEquals(1, full);
  }

  @Test
  void whoGetsOnIsNoLongerTheOldest() {
    Channel busy = begin();
    Channel dribbling = begin();
    handshakes.progress(busy);
    Channel newcomer = begin();
    assertFalse(dribbling.isOpen());
    assertTrue(busy.isOpen() && newcomer.isOpen());
  }

  @Test
  void whoAsksAgainAndAgainGrowsOldAsWell() {
    Channel busy = begin();
    handshakes.progress(busy);
    Channel other = begin();
    handshakes.progress(busy);
    Channel newcomer = begin();
    assertFalse(busy.isOpen());
    assertTrue(other.isOpen() && newcomer.isOpen());
  }

  @Test
  void whoAsksToJoinGivesThePlaceBackAndIsNeverClosed() {
    Channel member = begin();
    assertTrue(handshakes.end(member));
    handshakes.progress(member);
    begin();
    begin();
    begin();
    assertTrue(member.isOpen());
    assertEquals(2, handshakes.size());
  }

  @Test
  void whoMadeWayMayNotJoinAnyMore() {
    Channel first = begin();
    begin();
    begin();
    assertFalse(handshakes.end(first));
  }

  @Test
  void whoseJoinIsRefusedIsBackAndTheOldest() {
    Channel first = begin();
    Channel refused = begin();
    handshakes.progress(refused);
    handshakes.end(refused);
    handshakes.returned(refused);
    handshakes.progress(refused);
    assertEquals(2, handshakes.size());
    Channel newcomer = begin();
    assertFalse(refused.isOpen());
    assertTrue(first.isOpen() && newcomer.isOpen());
  }

  @Test
  void whoseJoinIsRefusedWhileAllPlacesAreTakenIsClosed() {
    Channel refused = begin();
    handshakes.end(refused);
    Channel first = begin();
    Channel second = begin();
    handshakes.returned(refused);
    assertFalse(refused.isOpen());
    assertTrue(first.isOpen() && second.isOpen());
    assertEquals(2, handshakes.size());
    assertEquals(1, full);
  }

  @Test
  void whoIsClosedBeforeTheJoinIsRefusedTakesNoPlace() {
    Channel refused = begin();
    handshakes.end(refused);
    refused.close();
    handshakes.returned(refused);
    assertEquals(0, handshakes.size());
  }

  @Test
  void whoIsClosedGivesThePlaceBack() {
    begin().close();
    assertEquals(0, handshakes.size());
  }
}
