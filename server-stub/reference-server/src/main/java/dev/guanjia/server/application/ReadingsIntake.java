package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.security.patrol.Reading;
import dev.guanjia.server.application.PatrolRoundDesk.ReadingDraft;
import dev.guanjia.server.problem.FieldCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the answers that were given at a checkpoint. */
final class ReadingsIntake {

    private final Given given;

    ReadingsIntake(Given given) {
        this.given = given;
    }

    /** Notes items that are answered twice, or not in one way. */
    void check(List<ReadingDraft> drafts) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            ReadingDraft draft = drafts.get(i);
            String at = "/readings/" + i;
            if (!seen.add(draft.item())) {
                given.wrong(at + "/item", FieldCode.OUT_OF_RANGE, "expected", "each item once");
            }
            if (draft.passed() == null && draft.value() == null) {
                given.faults().add(at + "/passed", FieldCode.MISSING, Map.of());
            } else if (draft.passed() != null && draft.value() != null) {
                String expected = "no value beside passed";
                given.wrong(at + "/value", FieldCode.OUT_OF_RANGE, "expected", expected);
            }
        }
    }

    /** The answers, once they are checked. */
    static List<Reading> readings(List<ReadingDraft> drafts) {
        return drafts.stream().map(ReadingsIntake::reading).toList();
    }

    private static Reading reading(ReadingDraft draft) {
        String note = Objects.requireNonNullElse(draft.note(), "");
        Optional<Rational> value = Optional.ofNullable(draft.value()).map(Rational::parse);
        boolean passed = value.isPresent() || Boolean.TRUE.equals(draft.passed());
        return new Reading(draft.item(), passed, value, note);
    }
}
