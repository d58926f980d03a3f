package network.pug.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the compiled relay refers to, for tests of what it must not do. */
final class Bytecode {
  private static final Path CLASSES = Path.of("target/classes/network/pug/relay");

  private Bytecode() {}

  /** The classes below a package of the relay; all of them for the empty name. */
  static List<ClassModel> classes(String pkg) throws IOException {
    try (Stream<Path> tree = Files.walk(CLASSES.resolve(pkg))) {
      return tree.filter(file -> file.toString().endsWith(".class")).map(Bytecode::parse).toList();
    }
  }

  /** The class of this name, such as {@code room/Digest}. */
  static ClassModel of(String name) {
    return parse(CLASSES.resolve(name + ".class"));
  }

  /** The instructions of a class's one method of this name. */
  static List<CodeElement> instructions(ClassModel model, String method) {
    MethodModel found =
        model.methods().stream()
            .filter(candidate -> candidate.methodName().equalsString(method))
            .findFirst()
            .orElseThrow();
    return found.code().orElseThrow().elementList();
  }

  /** Classes and interfaces whose methods a method calls. */
  static List<String> calls(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementList().stream())
        .filter(InvokeInstruction.class::isInstance)
        .map(call -> ((InvokeInstruction) call).owner().asInternalName())
        .toList();
  }

  /** Methods and fields that a class refers to, as {@code java/lang/System.out}. */
  static Set<String> members(ClassModel model) {
    Set<String> members = new TreeSet<>();
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof MemberRefEntry member) {
        members.add(member.owner().asInternalName() + "." + member.name().stringValue());
      }
    }
    return members;
  }

  /** Classes that a class refers to, as {@code java/lang/System}; arrays left out. */
  static Set<String> types(ClassModel model) {
    Set<String> types = new TreeSet<>();
    StreamSupport.stream(model.constantPool().spliterator(), false)
        .filter(ClassEntry.class::isInstance)
        .map(entry -> ((ClassEntry) entry).asInternalName())
        .filter(name -> !name.startsWith("["))
        .forEach(types::add);
    return types;
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
