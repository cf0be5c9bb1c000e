package nl.ontwikkelagenda.app.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

/** The sentences that the sources make, as the compiler reads them: a literal, or literals with something between them, for which a blank stands. */
final class Sources {

	private static final Pattern FORMAT = Pattern.compile("%(\\d+\\$)?[sd]");

	private Sources() {
	}

	/** By class, all texts in those sources below these folders in which something like this is found. */
	static Map<String, Set<String>> texts(List<Path> folders, Pattern sought) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		Map<String, Set<String>> texts = new TreeMap<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			List<Path> sources = new ArrayList<>();
			for (Path folder : folders) {
				try (Stream<Path> all = Files.walk(folder)) {
					all.filter(path -> path.toString().endsWith(".java") && sought.matcher(read(path)).find()).forEach(sources::add);
				}
			}
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
			for (CompilationUnitTree unit : task.parse()) {
				Set<String> own = new TreeSet<>();
				new Texts().scan(unit, own);
				texts.put(name(unit), own);
			}
			return texts;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String name(CompilationUnitTree unit) {
		String file = Path.of(unit.getSourceFile().toUri()).getFileName().toString();
		return unit.getPackageName() + "." + file.substring(0, file.length() - ".java".length());
	}

	private static final class Texts extends TreeScanner<@Nullable Void, Set<String>> {

		@Override
		public @Nullable Void visitBinary(BinaryTree tree, Set<String> texts) {
			if (tree.getKind() != Kind.PLUS) {
				return super.visitBinary(tree, texts);
			}
			List<ExpressionTree> operands = new ArrayList<>();
			operands(tree, operands);
			StringBuilder sentence = new StringBuilder();
			int blanks = 0;
			for (ExpressionTree operand : operands) {
				if (operand instanceof LiteralTree literal && literal.getValue() instanceof String words) {
					sentence.append(words);
				} else {
					sentence.append('{').append(blanks++).append('}');
					scan(operand, texts);
				}
			}
			add(texts, sentence.toString());
			return null;
		}

		private static void operands(ExpressionTree tree, List<ExpressionTree> operands) {
			if (tree instanceof BinaryTree sum && sum.getKind() == Kind.PLUS) {
				operands(sum.getLeftOperand(), operands);
				operands(sum.getRightOperand(), operands);
			} else {
				operands.add(tree);
			}
		}

		@Override
		public @Nullable Void visitLiteral(LiteralTree tree, Set<String> texts) {
			if (tree.getValue() instanceof String words) {
				add(texts, words);
			}
			return null;
		}

		/** What annotations say is for programs. */
		@Override
		public @Nullable Void visitAnnotation(AnnotationTree tree, Set<String> texts) {
			return null;
		}

		/** What goes to the log is for who runs the server. */
		@Override
		public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Set<String> texts) {
			return tree.getMethodSelect().toString().startsWith("LOG.") ? null : super.visitMethodInvocation(tree, texts);
		}

		@Override
		public @Nullable Void visitNewClass(NewClassTree tree, Set<String> texts) {
			boolean ofProgrammers = Set.of("IllegalStateException", "IllegalArgumentException", "UncheckedIOException", "AssertionError", "UnsupportedOperationException")
					.contains(tree.getIdentifier().toString());
			return ofProgrammers ? null : super.visitNewClass(tree, texts);
		}

		private static void add(Set<String> texts, String words) {
			int[] blanks = {0};
			texts.add(FORMAT.matcher(words).replaceAll(found -> "{" + blanks[0]++ + "}").strip());
		}
	}
}
