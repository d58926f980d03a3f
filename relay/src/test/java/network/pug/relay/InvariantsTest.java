package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invariants that the compiled relay keeps as a whole, each under its own name. */
class InvariantsTest {

  /** What a realtime handler may touch: memory, the network library, and the rooms. */
  private static final Pattern REALTIME =
      Pattern.compile(
          "java/lang/(?!Process|Runtime$|System$).*|java/util/(?!logging|prefs|jar|zip).*"
              + "|java/time/.*|java/nio/[A-Za-z]+|java/nio/charset/.*|java/io/IOException"
              + "|java/nio/channels/NotYetConnectedException"
              + "|io/netty/(buffer|channel|util)/.*"
              + "|io/netty/handler/(codec/DecoderException|ssl/SslHandler)"
              + "|network/pug/(protocol|relay/(room|json|socket|gateway))/.*");

  private static final Pattern COUNTERS =
      Pattern.compile("java/util/concurrent/atomic/(Atomic(Integer|Long)|Long|Double).*");

  /** What can keep a byte beyond the process, or send it elsewhere. */
  private static final Pattern STORAGE =
      Pattern.compile(
          "java/io/(FileOutputStream|FileWriter|RandomAccessFile|ObjectOutputStream).*"
              + "|java/io/File\\.(createTempFile|createNewFile|mkdirs?|renameTo)"
              + "|java/nio/file/Files\\.(write.*|new(OutputStream|BufferedWriter|ByteChannel)|create.*"
              + "|copy|move|setAttribute)|java/nio/channels/(FileChannel\\.(write|map|truncate|force|transfer.*)|AsynchronousFile.*)"
              + "|java/nio/file/StandardOpenOption\\.(?!READ$).+"
              + "|java/util/(prefs|logging/FileHandler).*|java/sql/.*|javax/.*"
              + "|java/net/(http/.*|Socket\\..*|HttpURLConnection\\..*|URL\\.open.*)|java/lang/ProcessBuilder.*");

  @Test
  void allAccessChecksMustUseConstantTimeComparison() {
    List<CodeElement> matches = Bytecode.instructions(Bytecode.of("room/Digest"), "matches");
    assertEquals(0, count(matches, InvokeInstruction.class), "a digest is compared by arithmetic");
    assertTrue(
        count(matches, BranchInstruction.class) <= 2, "the one branch is on the whole result");
    List<CodeElement> isCreator = Bytecode.instructions(Bytecode.of("room/Room"), "isCreator");
    assertTrue(count(isCreator, BranchInstruction.class) <= 2, "one comparison of whole numbers");
    assertTrue(
        Bytecode.members(Bytecode.of("room/RoomRegistry")).contains(relay("room/Digest.matches")));
    assertTrue(
        Bytecode.members(Bytecode.of("http/OneTimeTokens")).contains(relay("room/Digest.matches")));
  }

  @Test
  void noSecretIsComparedInAnyOtherWay() throws IOException {
    Set<String> early = new TreeSet<>();
    for (ClassModel model : Bytecode.classes("")) {
      Bytecode.members(model).stream()
          .filter(
              member ->
                  member.equals("java/util/Arrays.equals")
                      || member.equals("java/nio/ByteBuffer.equals")
                      || member.equals("java/nio/ByteBuffer.mismatch")
                      || member.equals("java/util/Arrays.mismatch")
                      || member.equals("io/netty/buffer/ByteBufUtil.equals")
                      || member.equals(relay("room/Digest.equals")))
          .forEach(member -> early.add(model.thisClass().asInternalName() + " -> " + member));
    }
    assertEquals(Set.of(), early);
  }

  @Test
  void realtimeHandlersMustNotHaveSideEffectsOutsideTheRoom() throws IOException {
    Set<String> outside = new TreeSet<>();
    for (String realtime : List.of("gateway", "socket")) {
      for (ClassModel model : Bytecode.classes(realtime)) {
        Bytecode.types(model).stream()
            .filter(type -> !REALTIME.matcher(type).matches())
            .forEach(type -> outside.add(model.thisClass().asInternalName() + " -> " + type));
        model.fields().stream()
            .filter(field -> field.flags().has(AccessFlag.STATIC))
            .filter(field -> !field.flags().has(AccessFlag.FINAL))
            .forEach(field -> outside.add("static " + field.fieldName().stringValue()));
      }
    }
    assertEquals(Set.of(), outside);
  }

  /**
   * Counting what is turned away is no part of a message's way: of the rooms and the realtime
   * handlers, only these methods reach a counter, each where something ends or is not taken.
   */
  @Test
  void noCounterIsOnTheWayOfAMessage() throws IOException {
    Set<String> counting = new TreeSet<>();
    for (String layer : List.of("gateway", "room")) {
      for (ClassModel model : Bytecode.classes(layer)) {
        if (Bytecode.types(model).stream().anyMatch(COUNTERS.asMatchPredicate())) {
          counting.add(model.thisClass().asInternalName());
        }
        for (MethodModel method : model.methods()) {
          if (Bytecode.calls(method).stream().anyMatch(relay("room/Refusals")::equals)) {
            counting.add(
                model.thisClass().asInternalName() + "." + method.methodName().stringValue());
          }
        }
      }
    }
    assertEquals(
        Set.of(
            relay("gateway/Backlog"), // what waits for those who do not keep up
            relay("gateway/Backlog.tryAdd"),
            relay("gateway/Backlog.admits"),
            relay("gateway/Connection.breached"),
            relay("gateway/Connection.refuse"),
            relay("gateway/Connection.cutOff"),
            relay("room/Quota")), // rooms, when they are made and when they end
        counting);
  }

  @Test
  void newFeaturesMustNotIntroducePersistentStorage() throws IOException {
    Set<String> stores = new TreeSet<>();
    for (ClassModel model : Bytecode.classes("")) {
      Stream.concat(
              Bytecode.members(model).stream(),
              Bytecode.types(model).stream().map(type -> type + "."))
          .filter(reference -> STORAGE.matcher(reference).matches())
          .forEach(
              reference -> stores.add(model.thisClass().asInternalName() + " -> " + reference));
    }
    assertEquals(Set.of(), stores);
  }

  /**
   * Ours is not the Go build; what its invariant protects here is a short list of suppliers: Netty.
   */
  @Test
  void theRelayMustRemainFreeOfThirdPartyCodeBeyondItsOneSupplier() throws IOException {
    Set<String> suppliers = new TreeSet<>();
    for (ClassModel model : Bytecode.classes("")) {
      for (String type : Bytecode.types(model)) {
        if (!type.startsWith("java/") && !type.startsWith("network/pug/")) {
          suppliers.add(Stream.of(type.split("/")).limit(2).collect(Collectors.joining(".")));
        }
      }
    }
    suppliers.remove("org.jspecify"); // annotations for the compiler, not in the build
    assertEquals(Set.of("io.netty"), suppliers);
  }

  private static long count(List<CodeElement> code, Class<? extends CodeElement> kind) {
    return code.stream().filter(kind::isInstance).count();
  }

  private static String relay(String member) {
    return "network/pug/relay/" + member;
  }
}
