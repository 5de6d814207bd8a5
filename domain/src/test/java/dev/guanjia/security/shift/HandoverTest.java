package dev.guanjia.security.shift;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.security.shift.Shifts.ANN;
import static dev.guanjia.security.shift.Shifts.BO;
import static dev.guanjia.security.shift.Shifts.CHEN;
import static dev.guanjia.security.shift.Shifts.CONSENT;
import static dev.guanjia.security.shift.Shifts.GUARD;
import static dev.guanjia.security.shift.Shifts.LOG;
import static dev.guanjia.security.shift.Shifts.checked;
import static dev.guanjia.security.shift.Shifts.entry;
import static dev.guanjia.security.shift.Shifts.found;
import static dev.guanjia.security.shift.Shifts.minute;
import static dev.guanjia.security.shift.Shifts.released;
import static dev.guanjia.security.shift.Shifts.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.Actor;
import dev.guanjia.security.shift.HandoverEvent.Action;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** 上不清下不接: what is unclear is not taken over (requirements 03 P-HANDOVER). */
class HandoverTest {

    private static final String DRAWING =
            """
            PREPARED CHECK CHECKING
            CHECKING FIND_CLEAR CHECKING
            CHECKING FIND_UNCLEAR CHECKING
            CHECKING ACCEPT ACCEPTED
            CHECKING REFUSE REFUSED
            ACCEPTED SIGN SIGNED
            REFUSED CHECK CHECKING
            SIGNED COUNTERSIGN BOTH_SIGNED
            BOTH_SIGNED TAKE_POST BOTH_SIGNED
            BOTH_SIGNED RELEASE RELEASED
            """;

    @Test
    void theTableIsTheDrawing() {
        StringBuilder table = new StringBuilder();
        for (TransitionTable.Move<Handover.State, Action> move : Handover.TABLE.moves()) {
            table.append("%s %s %s\n".formatted(move.from(), move.action(), move.to()));
        }
        assertThat(table.toString()).isEqualTo(DRAWING);
    }

    @Test
    void bothSignTheReliefIsOnPostAndOnlyThenThePredecessorLeaves() {
        Handover handover = released(LOG, BO, 10);
        assertThat(handover.state()).isEqualTo(Handover.State.RELEASED);
        assertThat(handover.responsible()).isEqualTo(BO);
        assertThat(handover.releasedAt()).contains(minute(10));
        assertThat(handover.kit()).isEqualTo(LOG.closing());
    }

    @Test
    void anUnclearOrUncheckedItemIsNotTakenOver() {
        Handover checked = checked(LOG, BO, 10);
        Handover unclear =
                accepted(checked.take(found(Action.FIND_UNCLEAR, "key:roof", "bent", 11), LOG));
        assertThat(codes(unclear.take(step(Action.ACCEPT, BO, 12), LOG)))
                .containsExactly("handover-item-not-clear");
        assertThat(unclear.found()).containsEntry("key:roof", "bent");
        Handover begun = accepted(Handover.prepare(LOG, BO).take(step(Action.CHECK, BO, 10), LOG));
        assertThat(codes(begun.take(step(Action.ACCEPT, BO, 11), LOG)))
                .hasSize(LOG.closing().items().size())
                .containsOnly("handover-item-not-clear");
        Handover cleared =
                accepted(unclear.take(found(Action.FIND_CLEAR, "key:roof", "", 13), LOG));
        assertThat(accepted(cleared.take(step(Action.ACCEPT, BO, 14), LOG)).state())
                .isEqualTo(Handover.State.ACCEPTED);
    }

    @Test
    void aRefusedHandoverHasAReasonAndLeavesThePredecessorResponsible() {
        Handover checked = checked(LOG, BO, 10);
        assertThat(codes(checked.take(step(Action.REFUSE, BO, 11), LOG)))
                .containsExactly("handover-reason-missing");
        Handover refused =
                accepted(checked.take(found(Action.REFUSE, "", "a key is missing", 11), LOG));
        assertThat(refused.responsible()).isEqualTo(ANN);
        assertThat(codes(refused.take(step(Action.SIGN, ANN, 12), LOG)))
                .containsExactly("handover-wrong-state");
        Handover again = accepted(refused.take(step(Action.CHECK, BO, 12), LOG));
        assertThat(again.found()).isEmpty();
    }

    @Test
    void nobodyLeavesBeforeTheReliefIsOnPost() {
        Handover signed = checked(LOG, BO, 10);
        signed = accepted(signed.take(step(Action.ACCEPT, BO, 11), LOG));
        assertThat(codes(signed.take(step(Action.COUNTERSIGN, BO, 12), LOG)))
                .containsExactly("handover-wrong-state");
        signed = accepted(signed.take(step(Action.SIGN, ANN, 12), LOG));
        signed = accepted(signed.take(step(Action.COUNTERSIGN, BO, 12), LOG));
        assertThat(codes(signed.take(step(Action.RELEASE, ANN, 13), LOG)))
                .containsExactly("handover-relief-not-on-post");
        assertThat(signed.responsible()).isEqualTo(ANN);
    }

    @Test
    void eachSideDoesItsOwnAndNobodyRelievesThemselves() {
        Handover prepared = Handover.prepare(LOG, BO);
        assertThat(codes(prepared.take(step(Action.CHECK, ANN, 1), LOG)))
                .containsExactly("handover-not-yours");
        assertThat(codes(prepared.take(step(Action.CHECK, CHEN, -1), LOG)))
                .containsExactly("shift-time-runs-backwards", "handover-not-yours");
        Handover begun = accepted(prepared.take(step(Action.CHECK, BO, 1), LOG));
        assertThat(codes(begun.take(found(Action.FIND_CLEAR, "key:moon", "", 2), LOG)))
                .containsExactly("handover-item-unknown");
        assertThat(codes(begun.take(found(Action.FIND_UNCLEAR, "money", " ", 2), LOG)))
                .containsExactly("handover-reason-missing");
        assertThatIllegalArgumentException().isThrownBy(() -> Handover.prepare(LOG, ANN));
    }

    @Test
    void theLeaderSignsAndReleasesForAGuardWhoIsNotThere() {
        Absence ill = new Absence(CONSENT, "fell ill");
        Handover handover = released(accepted(ill.prepare(LOG, BO)), 10);
        assertThat(handover.state()).isEqualTo(Handover.State.RELEASED);
        Handover begun = accepted(ill.prepare(LOG, BO));
        begun = accepted(begun.take(step(Action.CHECK, BO, 1), LOG));
        assertThat(codes(begun.take(step(Action.CHECK, ANN, 1), LOG)))
                .contains("handover-not-yours");
        assertThat(codes(ill.prepare(LOG, CONSENT.staff())))
                .containsExactly("watch-consent-missing");
        Actor guard = new Actor(CHEN, GUARD, "v1");
        assertThat(codes(new Absence(guard, "ill").prepare(LOG, BO)))
                .containsExactly("watch-consent-missing");
        assertThatIllegalArgumentException().isThrownBy(() -> new Absence(CONSENT, " "));
    }

    @Test
    void aLogThatWentOnIsHandedOverAnew() {
        ShiftLog later = accepted(LOG.write(entry(LogEntry.Kind.LENT, "roof", 10)));
        assertThat(codes(checked(LOG, BO, 10).take(step(Action.ACCEPT, BO, 11), later)))
                .containsExactly("handover-log-changed");
    }

    @Property(tries = 500)
    void noOrderOfStepsReleasesAnybodyEarly(
            @ForAll @Size(max = 25) List<@From("steps") HandoverEvent> steps,
            @ForAll boolean allClear) {
        Handover handover = allClear ? checked(LOG, BO, 0) : Handover.prepare(LOG, BO);
        for (HandoverEvent step : steps) {
            Decision<Handover> decision = handover.take(step, LOG);
            handover = codes(decision).isEmpty() ? accepted(decision) : handover;
            List<Action> done = handover.events().stream().map(HandoverEvent::action).toList();
            boolean released = handover.responsible().equals(BO);
            assertThat(released).isEqualTo(done.contains(Action.RELEASE));
            if (released) {
                assertThat(done)
                        .containsSubsequence(
                                Action.ACCEPT,
                                Action.SIGN,
                                Action.COUNTERSIGN,
                                Action.TAKE_POST,
                                Action.RELEASE);
                assertThat(handover.found().keySet()).isEqualTo(handover.kit().items());
                assertThat(handover.found().values()).containsOnly("");
            }
            assertThat(new Handover(LOG, BO, Optional.empty(), handover.events()))
                    .isEqualTo(handover);
        }
    }

    @Provide
    Arbitrary<HandoverEvent> steps() {
        return Combinators.combine(
                        Arbitraries.of(Action.values()),
                        Arbitraries.of("money", "key:roof", "key:moon"),
                        Arbitraries.of("", "reason"))
                .as(
                        (action, item, text) ->
                                new HandoverEvent(
                                        action,
                                        action.isForRelief() ? BO : ANN,
                                        minute(1),
                                        item,
                                        text));
    }
}
