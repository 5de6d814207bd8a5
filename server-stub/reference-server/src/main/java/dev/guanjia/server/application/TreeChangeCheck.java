package dev.guanjia.server.application;

import dev.guanjia.organisation.LibraryPost;
import dev.guanjia.organisation.LibraryPost.Headcount;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.organisation.company.DepartmentKey;
import dev.guanjia.organisation.company.DepartmentLibrary;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.TreeChange;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Whether a change of a company's tree, as a caller gave it, says what can be understood. */
@Component
class TreeChangeCheck {

    /** The names of the facts that stand elsewhere in the document. */
    private static final Map<String, String> POINTERS =
            Map.of(
                    "zh", "/label/zh",
                    "en", "/label/en",
                    "superior", "/reports_to",
                    "department", "/department_key");

    private final PostLibrary posts;
    private final DepartmentLibrary departments;

    TreeChangeCheck(PostLibrary posts, DepartmentLibrary departments) {
        this.posts = posts;
        this.departments = departments;
    }

    /** Names everything that does not fit, 400. */
    void require(TreeChange change) {
        Given given = new Given();
        given.day("/from", change.day());
        label(given, change);
        key(given, change, "superior", PostKey::new);
        switch (change.kind()) {
            case ADD_DEPARTMENT -> department(given, change);
            case ADD_POST -> post(given, change);
            case MOVE_POST -> key(given, change, "department", DepartmentKey::new);
            case PLAN_HEADCOUNT -> headcount(given, change);
            case RENAME_DEPARTMENT, RETIRE_DEPARTMENT, RETIRE_POST -> {}
        }
        given.end();
    }

    private static void label(Given given, TreeChange change) {
        for (String language : List.of("zh", "en")) {
            change.find(language).ifPresent(text -> given.text(pointer(language), text));
        }
    }

    private void department(Given given, TreeChange change) {
        fits(given, "/id", change.subject(), DepartmentKey::new);
        key(given, change, "parent", DepartmentKey::new);
        other(given, change, "parent");
        change.find("bears")
                .filter(key -> departments.all().stream().noneMatch(d -> is(d.key(), key)))
                .ifPresent(key -> given.unknown("/bears", key));
    }

    private void post(Given given, TreeChange change) {
        fits(given, "/id", change.subject(), PostKey::new);
        key(given, change, "department", DepartmentKey::new);
        other(given, change, "superior");
        headcount(given, change);
        String bears = change.fact("bears");
        if (posts.all().stream().noneMatch(post -> isHeld(post, bears))) {
            given.unknown("/bears", bears);
        }
    }

    private static void headcount(Given given, TreeChange change) {
        change.find("headcount")
                .filter(text -> !succeeds(text, Headcount::parse))
                .ifPresent(
                        text ->
                                given.wrong(
                                        "/headcount/max",
                                        FieldCode.OUT_OF_RANGE,
                                        "expected",
                                        "not below min"));
    }

    private static void other(Given given, TreeChange change, String fact) {
        change.find(fact)
                .filter(change.subject()::equals)
                .ifPresent(
                        key ->
                                given.wrong(
                                        pointer(fact),
                                        FieldCode.OUT_OF_RANGE,
                                        "expected",
                                        "another than " + key));
    }

    private static void key(
            Given given, TreeChange change, String fact, Function<String, ?> reader) {
        change.find(fact).ifPresent(text -> fits(given, pointer(fact), text, reader));
    }

    private static void fits(Given given, String pointer, String text, Function<String, ?> reader) {
        if (!succeeds(text, reader)) {
            given.wrong(pointer, FieldCode.WRONG_FORMAT, "expected", "at most 40 letters");
        }
    }

    private static boolean succeeds(String text, Function<String, ?> reader) {
        try {
            reader.apply(text);
            return true;
        } catch (IllegalArgumentException misfit) {
            return false;
        }
    }

    private static boolean isHeld(LibraryPost post, String key) {
        return post.kind() == LibraryPost.Kind.POST && is(post.key(), key);
    }

    private static boolean is(Object key, String text) {
        return key.toString().equals(text);
    }

    private static String pointer(String fact) {
        return POINTERS.getOrDefault(fact, "/" + fact);
    }
}
