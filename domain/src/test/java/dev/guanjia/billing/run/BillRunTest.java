package dev.guanjia.billing.run;

import static dev.guanjia.billing.run.BillRunAction.FINISH;
import static dev.guanjia.billing.run.BillRunState.CALCULATED;
import static dev.guanjia.billing.run.BillRunState.CALCULATING;
import static dev.guanjia.billing.run.BillRunState.ENTERED;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.SkipReason;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Permission;
import dev.guanjia.organisation.Permissions;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BillRunTest {

    private static final Actor SUPERVISOR =
            new Actor(new StaffId("sf_1"), new PostKey("CS_SUPERVISOR"), "v1");
    private static final Instant NOON = Instant.parse("2026-03-30T04:00:00Z");
    private static final Map<BillRunState, String> DRAWING =
            Map.of(
                    CALCULATING,
                    "FINISH -> CALCULATED, CANCEL -> CANCELLED",
                    CALCULATED,
                    "CONFIRM -> CONFIRMED, CANCEL -> CANCELLED",
                    BillRunState.CONFIRMED,
                    "REPORT -> REPORTED, CANCEL -> CANCELLED",
                    BillRunState.REPORTED,
                    "ENTER -> ENTERING, CANCEL -> CANCELLED",
                    BillRunState.ENTERING,
                    "FINISH -> ENTERED",
                    ENTERED,
                    "",
                    BillRunState.CANCELLED,
                    "");

    @Test
    void everyStateTakesItsOwnStepsAndRefusesEveryOther() {
        int tried = 0;
        for (BillRunState state : BillRunState.values()) {
            for (BillRunAction action : BillRunAction.values()) {
                String drawn = DRAWING.get(state);
                boolean legal = drawn.contains(action.name() + " -> ");
                var decision = run(state, done(2)).transition(action, SUPERVISOR, NOON);
                assertThat(codes(decision))
                        .as("%s %s", state, action)
                        .isEqualTo(legal ? List.of() : List.of("bill-run-wrong-state"));
                if (legal) {
                    assertThat(drawn).contains(action + " -> " + accepted(decision).to());
                }
                tried++;
            }
        }
        assertThat(tried).isEqualTo(35);
    }

    @Test
    void aStepRecordsWhoTookItAndLeadsToTheNextState() {
        BillRun run = run(CALCULATED, done(2));
        BillRunEvent event = accepted(run.transition(BillRunAction.CONFIRM, SUPERVISOR, NOON));
        assertThat(event.actor()).isEqualTo(SUPERVISOR);
        assertThat(event.occurredAt()).isEqualTo(NOON);
        BillRun next = event.applyTo(run);
        assertThat(next.state()).isEqualTo(BillRunState.CONFIRMED);
        assertThat(next.progress()).isEqualTo(run.progress());
        assertThatIllegalArgumentException().isThrownBy(() -> event.applyTo(next));
    }

    @Test
    void aRefusalNamesTheStateTheActionAndWhatIsPossible() {
        assertThat(worded(run(CALCULATED, done(2)), BillRunAction.ENTER, Language.EN))
                .isEqualTo(
                        "Bill run br_1 is CALCULATED; ENTER does not start there"
                                + " (possible: CONFIRM, CANCEL).");
        assertThat(worded(run(ENTERED, done(2)), BillRunAction.ENTER, Language.ZH_CN))
                .isEqualTo("核算批次br_1处于ENTERED状态，不能执行ENTER（可执行：-）。");
    }

    @Test
    void aCalculationThatHasNotReachedEveryUnitIsNotFinished() {
        BillRun half = run(CALCULATING, done(1));
        assertThat(worded(half, FINISH, Language.EN))
                .isEqualTo("Bill run br_1 has calculated 1 of 2 units.");
        assertThat(codes(half.transition(BillRunAction.ENTER, SUPERVISOR, NOON)))
                .containsExactly("bill-run-wrong-state");
        assertThatIllegalArgumentException().isThrownBy(() -> run(CALCULATED, done(1)));
    }

    @Test
    void anEnteringThatHasNotReachedEveryChargeIsNotFinished() {
        BillRunProgress found = new BillRunProgress(1, 1, 3, 0, 0, Money.fen(300), 0);
        BillRun half = run(BillRunState.ENTERING, found.plusEntered(2));
        assertThat(worded(half, FINISH, Language.EN))
                .isEqualTo("Bill run br_1 has entered 2 of 3 charges.");
        assertThat(codes(half.transition(BillRunAction.CANCEL, SUPERVISOR, NOON)))
                .containsExactly("bill-run-wrong-state");
        BillRun whole = run(BillRunState.ENTERING, found.plusEntered(2).plusEntered(1));
        BillRunEvent end = accepted(whole.transition(FINISH, SUPERVISOR, NOON));
        assertThat(end.applyTo(whole).state()).isEqualTo(ENTERED);
        assertThatIllegalArgumentException().isThrownBy(() -> run(ENTERED, found.plusEntered(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(BillRunState.REPORTED, found.plusEntered(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> found.plusEntered(4));
    }

    @Test
    void thePostsOfTheTableAreThoseOfThePermissions() {
        List<Permission> permissions = Permissions.load().all();
        for (BillRunLifecycle.Move move : BillRunLifecycle.moves()) {
            String verb =
                    switch (move.from()) {
                        case CALCULATING -> move.action() == FINISH ? "create" : "cancel";
                        case ENTERING -> "enter";
                        default -> move.action().name().toLowerCase(java.util.Locale.ROOT);
                    };
            assertThat(permissions)
                    .filteredOn(row -> row.command().equals(verb + "-bill-run"))
                    .extracting(Permission::posts)
                    .containsExactly(move.posts());
        }
    }

    @Property
    void theOrderOfUnitsDoesNotMatter(
            @ForAll @Size(max = 30) List<@IntRange(max = 50_000) Integer> fen, @ForAll long seed) {
        List<List<BillOutcome>> units = new ArrayList<>();
        for (int i = 0; i < fen.size(); i++) {
            units.add(outcomes("un_" + i, fen.get(i)));
        }
        List<List<BillOutcome>> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(seed));
        BillRunProgress progress = sum(units);
        assertThat(sum(shuffled)).isEqualTo(progress);
        assertThat(progress.isComplete()).isTrue();
        assertThat(progress.charged() + progress.unchanged() + progress.skipped())
                .isEqualTo(2 * fen.size());
        long total = fen.stream().mapToLong(Integer::longValue).sum();
        assertThat(progress.total()).isEqualTo(Money.fen(total));
    }

    @Test
    void moreUnitsThanThereAreCannotBeDone() {
        assertThatIllegalArgumentException().isThrownBy(() -> done(3));
    }

    /** A charge, or a skip where there is nothing to charge, and a charge that was there. */
    private static List<BillOutcome> outcomes(String unit, int fen) {
        ChargeKey key = Billing.key(unit, Billing.SERVICE, Billing.MARCH);
        ChargeKey water = Billing.key(unit, Billing.WATER, Billing.MARCH);
        return List.of(
                fen == 0
                        ? new BillOutcome.Skipped(key, SkipReason.NOTHING_TO_CHARGE)
                        : new BillOutcome.Charged(Billing.charge(unit, fen)),
                new BillOutcome.Unchanged(water));
    }

    private static BillRunProgress sum(List<List<BillOutcome>> units) {
        BillRunProgress progress = BillRunProgress.starting(units.size(), Money.CNY);
        for (List<BillOutcome> unit : units) {
            progress = progress.plus(unit);
        }
        return progress;
    }

    private static BillRunProgress done(int units) {
        return new BillRunProgress(2, units, 0, 0, 0, Money.fen(0), 0);
    }

    private static String worded(BillRun run, BillRunAction action, Language language) {
        return run.transition(action, SUPERVISOR, NOON)
                .fold(event -> "", reasons -> Wording.of(reasons.get(0), language));
    }

    private static BillRun run(BillRunState state, BillRunProgress progress) {
        return new BillRun(
                new BillRunId("br_1"),
                Billing.COMMUNITY,
                Billing.MARCH,
                LocalDate.of(2026, 4, 10),
                state,
                progress);
    }
}
