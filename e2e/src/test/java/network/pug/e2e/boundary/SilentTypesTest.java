package network.pug.e2e.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.AbstractByteBuf;
import io.netty.buffer.AbstractByteBufAllocator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That no value of ours tells what it holds when it is put into a message: {@code toString} says
 * the name of the type, or is inherited and harmless, or a record's over what is harmless. Messages
 * of exceptions are for the reader.
 */
class SilentTypesTest {
  private static final Set<Class<?>> HARMLESS = Set.of(boolean.class, int.class, Duration.class);

  /** Whose own says nothing of ours: Netty's say indices of a buffer and a switch. */
  private static final Set<Class<?>> SILENT =
      Set.of(
          Object.class,
          Enum.class,
          Throwable.class,
          AbstractByteBuf.class,
          AbstractByteBufAllocator.class);

  @ParameterizedTest
  @ValueSource(strings = {"relay", "client", "protocol"})
  void noTypeTellsWhatItHolds(String module) throws IOException {
    Path classes = Path.of("..", module, "target", "classes");
    try (Stream<Path> files = Files.walk(classes)) {
      List<String> telling =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class"))
              .map(file -> load(file.substring(0, file.length() - ".class".length())))
              .filter(type -> !isSilent(type))
              .map(Class::getName)
              .sorted()
              .toList();
      assertEquals(List.of(), telling);
    }
  }

  @Test
  void aTypeThatTellsIsFound() {
    assertEquals(
        List.of(Telling.class, Renamed.class, Inheriting.class, Secret.class, Nested.class),
        Stream.of(
                Telling.class,
                Renamed.class,
                Inheriting.class,
                Secret.class,
                Nested.class,
                Silent.class,
                SilentSecret.class,
                Numbers.class,
                Kind.class)
            .filter(type -> !isSilent(type))
            .toList());
  }

  private static boolean isSilent(Class<?> type) {
    if (type.isInterface()) {
      return true;
    }
    Class<?> declaring = declaringToString(type);
    return declaring == type ? saysItsName(type) || isHarmless(type) : SILENT.contains(declaring);
  }

  private static boolean isHarmless(Class<?> type) {
    return HARMLESS.contains(type)
        || (type.isEnum() && isSilent(type))
        || (type.isRecord()
            && isGenerated(type)
            && Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .allMatch(SilentTypesTest::isHarmless));
  }

  private static boolean saysItsName(Class<?> type) {
    List<Instruction> code = instructions(type);
    return code.size() == 2
        && code.getFirst() instanceof ConstantInstruction constant
        && constant.constantValue().equals(type.getSimpleName())
        && code.getLast() instanceof ReturnInstruction;
  }

  private static boolean isGenerated(Class<?> type) {
    return instructions(type).stream()
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(call -> ((InvokeDynamicInstruction) call).bootstrapMethod().owner().displayName())
        .anyMatch("ObjectMethods"::equals);
  }

  /** The instructions of the type's own toString. */
  private static List<Instruction> instructions(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .filter(SilentTypesTest::isToString)
          .flatMap(method -> method.code().orElseThrow().elementStream())
          .filter(Instruction.class::isInstance)
          .map(Instruction.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isToString(MethodModel method) {
    return method.methodName().equalsString("toString")
        && method.methodType().equalsString("()Ljava/lang/String;");
  }

  private static Class<?> declaringToString(Class<?> type) {
    try {
      return type.getMethod("toString").getDeclaringClass();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replace('/', '.'), false, SilentTypesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static class Telling {
    String secret = "";

    @Override
    public String toString() {
      return "Telling " + secret;
    }
  }

  private static final class Renamed {
    @Override
    public String toString() {
      return "Silent";
    }
  }

  private static final class Inheriting extends Telling {}

  private record Secret(String secret) {}

  private record Nested(int number, Secret secret) {}

  private static final class Silent {
    @Override
    public String toString() {
      return "Silent";
    }
  }

  private record SilentSecret(String secret) {
    @Override
    public String toString() {
      return "SilentSecret";
    }
  }

  private record Numbers(int number, boolean flag, Duration time, Kind kind) {}

  private enum Kind {
    ONE
  }
}
