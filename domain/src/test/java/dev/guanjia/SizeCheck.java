package dev.guanjia;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Measures one file against the limits of the house style, rule 6. */
final class SizeCheck extends TreePathScanner<Void, Void> {

    static final int METHOD_LINES = 40;
    static final int FILE_LINES = 300;
    static final int PARAMETERS = 4;
    static final int COMPONENTS = 7;
    static final int NESTING = 2;
    static final int COLUMNS = 100;

    private final Sources.Parsed source;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final List<String> offences = new ArrayList<>();

    private SizeCheck(Sources.Parsed source) {
        this.source = source;
        this.positions = Trees.instance(source.task()).getSourcePositions();
        this.unit = source.tree();
    }

    /** One line per limit passed: {@code Ledger.post: 44 lines}. */
    static List<String> offences(Sources.Parsed source) {
        SizeCheck check = new SizeCheck(source);
        check.file();
        check.scan(source.tree(), null);
        return check.offences;
    }

    private void file() {
        List<String> lines = Sources.lines(source.file());
        String name = source.file().getFileName().toString().replace(".java", "");
        report(name, "lines in file", lines.size(), FILE_LINES);
        for (String line : lines) {
            if (!line.startsWith("import ")) {
                report(name, "columns", line.length(), COLUMNS);
            }
        }
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        String name = owner() + "." + method.getName();
        boolean generated = positions.getEndPosition(unit, method) < 0;
        if (!generated && !isCompactConstructor(method)) {
            report(name, "parameters", method.getParameters().size(), PARAMETERS);
        }
        BlockTree body = method.getBody();
        if (body != null && !generated) {
            report(name, "lines", line(body, true) - line(body, false) + 1, METHOD_LINES);
        }
        return super.visitMethod(method, unused);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        if (type.getKind() == Tree.Kind.RECORD) {
            long components =
                    type.getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .filter(field -> !isStatic(field))
                            .count();
            report(type.getSimpleName().toString(), "components", components, COMPONENTS);
        }
        return super.visitClass(type, unused);
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree != null && isNesting(tree) && !isElseIf(tree, getCurrentPath())) {
            report(owner() + "." + method(), "levels of nesting", depth() + 1, NESTING);
        }
        return super.scan(tree, unused);
    }

    /** How many nesting statements enclose the current one, within its method. */
    private int depth() {
        int depth = 0;
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof MethodTree) {
                return depth;
            }
            if (isNesting(leaf) && !isElseIf(leaf, path.getParentPath())) {
                depth++;
            }
        }
        return depth;
    }

    /** An {@code else if} reads as one level, although the tree nests it. */
    private static boolean isElseIf(Tree tree, TreePath parent) {
        return parent != null
                && parent.getLeaf() instanceof IfTree outer
                && outer.getElseStatement() == tree;
    }

    private static boolean isNesting(Tree tree) {
        return tree instanceof IfTree
                || tree instanceof ForLoopTree
                || tree instanceof EnhancedForLoopTree
                || tree instanceof WhileLoopTree
                || tree instanceof DoWhileLoopTree
                || tree instanceof SwitchTree;
    }

    private boolean isCompactConstructor(MethodTree method) {
        return method.getReturnType() == null
                && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    private static boolean isStatic(VariableTree field) {
        return field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private String owner() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof ClassTree type) {
                return type.getSimpleName().toString();
            }
        }
        return "?";
    }

    private String method() {
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method) {
                return method.getName().toString();
            }
        }
        return "?";
    }

    private long line(Tree tree, boolean end) {
        long position =
                end ? positions.getEndPosition(unit, tree) : positions.getStartPosition(unit, tree);
        return unit.getLineMap().getLineNumber(position);
    }

    private void report(String name, String what, long found, long limit) {
        if (found > limit) {
            offences.add(name + ": " + found + " " + what + ", the limit is " + limit);
        }
    }
}
