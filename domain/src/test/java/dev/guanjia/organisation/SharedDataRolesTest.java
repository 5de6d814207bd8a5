package dev.guanjia.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.DepartmentLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The libraries against the roles table of the requirements, key by key. */
class SharedDataRolesTest {

    private static final PostLibrary POSTS = PostLibrary.load();

    /** Needed by the approver column of the duty table; the roles table does not list them. */
    private static final Set<String> BESIDE_THE_TABLE =
            Set.of(
                    "SUPERIOR",
                    "RELIEF",
                    "APPROVAL_AUTHORITY",
                    "COMPANY_SUPERIOR",
                    "PAYER",
                    "POLICE",
                    "AUDITOR",
                    "TAX_OFFICE");

    @Test
    void everyPostOfTheRolesTableIsInTheLibraryAndNoOther() {
        Set<String> expected = new TreeSet<>(BESIDE_THE_TABLE);
        postRows().forEach(row -> expected.add(key(row)));
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(POSTS.all().stream().map(post -> post.key().value()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void kindFamilyAndChineseNameAreThoseOfTheRolesTable() {
        for (List<String> row : postRows()) {
            LibraryPost post = POSTS.find(new PostKey(key(row))).orElseThrow();
            assertThat(post.placement().family()).as(key(row)).isEqualTo(row.get(6));
            assertThat(post.kind()).as(key(row)).isEqualTo(kind(row));
            if (!row.get(1).startsWith("(unnamed") && !row.get(1).startsWith("unnamed")) {
                assertThat(row.get(1).replaceAll("[ ,]", "")).contains(post.label().zh());
            }
        }
    }

    @Test
    void everyDepartmentOfTheRolesTableIsInTheLibraryAndNoOther() {
        Set<String> expected = new TreeSet<>();
        for (List<String> row : section("## 3. Catalogue of departments")) {
            Arrays.stream(row.get(0).split("[/,]")).map(String::trim).forEach(expected::add);
        }
        assertThat(expected).hasSizeGreaterThan(55);
        assertThat(DepartmentLibrary.load().all().stream().map(d -> d.key().value()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyDepartmentIsCalledByANameOfTheRolesTable() {
        DepartmentLibrary library = DepartmentLibrary.load();
        for (List<String> row : section("## 3. Catalogue of departments")) {
            for (String key : row.get(0).split("[/,]")) {
                String zh = library.parse(key.trim()).value();
                assertThat(row.get(1).replace("部(门)", "部"))
                        .contains(library.find(new DepartmentKey(zh)).orElseThrow().label().zh());
            }
        }
    }

    private static List<List<String>> postRows() {
        return section("## 2. Catalogue of posts");
    }

    private static String key(List<String> row) {
        return row.get(0).split(" ")[0];
    }

    private static LibraryPost.Kind kind(List<String> row) {
        String first = row.get(0);
        if (row.get(6).equals("GENERIC")) {
            return LibraryPost.Kind.GENERIC;
        }
        return first.contains("(")
                ? LibraryPost.Kind.valueOf(first.replaceAll(".*\\((.*)\\)", "$1").toUpperCase())
                : LibraryPost.Kind.POST;
    }

    /** The rows of all tables below a heading, without their headers, cells trimmed. */
    private static List<List<String>> section(String heading) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : SharedData.requirements("01-roles.md")) {
            if (line.startsWith("## ")) {
                inside = line.startsWith(heading);
            } else if (inside && line.startsWith("| ") && !line.startsWith("| Key")) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|"))
                .map(String::trim)
                .collect(Collectors.toList());
    }
}
