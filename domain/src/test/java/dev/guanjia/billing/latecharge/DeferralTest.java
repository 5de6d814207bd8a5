package dev.guanjia.billing.latecharge;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeferralTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 31);
    private static final LocalDate STATED = LocalDate.of(2026, 4, 2);
    private static final Deferment MAY =
            new Deferment(LocalDate.of(2026, 4, 5), LocalDate.of(2026, 5, 31));

    @Test
    void aDeferralIsStatedConfirmedAndGranted() {
        Deferral stated = stated();
        assertThat(stated.state()).isEqualTo(DeferralState.REASON_STATED);
        Deferral confirmed = accepted(stated.confirm(by("sf_supervisor", STATED)));
        assertThat(confirmed.state()).isEqualTo(DeferralState.CONFIRMED);
        Deferral granted = accepted(confirmed.defer(MAY, List.of()));
        assertThat(granted.state()).isEqualTo(DeferralState.DEFERRED);
        assertThat(granted.granted()).isEqualTo(MAY);
    }

    @Test
    void noStepIsSkippedOrDoneTwice() {
        assertThat(codes(stated().defer(MAY, List.of()))).containsExactly("deferral-wrong-state");
        Deferral granted = accepted(confirmed().defer(MAY, List.of()));
        assertThat(codes(confirmed().confirm(by("sf_other", STATED))))
                .containsExactly("deferral-wrong-state");
        String sentence =
                granted.defer(MAY, List.of())
                        .fold(done -> "", reasons -> Wording.of(reasons.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo("Deferral df_1 is DEFERRED; DEFER does not start there (possible: -).");
    }

    @Test
    void aReasonIsNeededAndConfirmedBySomebodyElse() {
        assertThat(codes(request(" ").state())).containsExactly("deferral-without-reason");
        assertThat(codes(stated().confirm(by("sf_steward", STATED.minusDays(1)))))
                .containsExactly("deferral-self-confirmed", "deferral-step-too-early");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deferral(request("ill"), null, MAY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deferral(request("ill"), by("sf_steward", STATED), null));
    }

    @ParameterizedTest(name = "granted {0} until {1}, after {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-04-02, 2026-05-31, 2026-05-30, ''
                    2026-04-02, 2026-05-31, 2026-05-31, deferral-not-later
                    2026-04-02, 2026-05-31, 2026-06-01, deferral-not-later
                    2026-04-01, 2026-05-31, 2026-05-01, deferral-step-too-early
                    2026-03-31, 2026-03-31, 2026-03-30, \
                    deferral-step-too-early deferral-promise-too-early
                    """)
    void aPromiseIsLaterThanTheDueDayAndEveryPromiseBefore(
            LocalDate on, LocalDate promised, LocalDate before, String expected) {
        var decision =
                confirmed()
                        .defer(
                                new Deferment(on, promised),
                                List.of(new Deferment(DUE.minusDays(9), before)));
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a no of {0} is {1}")
    @CsvSource({"sf_supervisor, REJECTED", "sf_other, REJECTED", "sf_steward, WITHDRAWN"})
    void aNoEndsADeferralUntilADayIsPromised(String staff, DeferralState expected) {
        String wrong = "deferral-wrong-state";
        for (Deferral open : List.of(stated(), confirmed())) {
            Deferral ended = accepted(open.reject(no(staff, STATED)));
            assertThat(ended.state()).isEqualTo(expected);
            assertThat(ended.rejection()).isEqualTo(no(staff, STATED));
            assertThat(ended.confirmed()).isEqualTo(open.confirmed());
            assertThat(ended.granted()).isNull();
            assertThat(codes(ended.reject(no(staff, STATED)))).containsExactly(wrong);
            assertThat(codes(ended.confirm(by("sf_other", STATED)))).containsExactly(wrong);
            assertThat(codes(ended.defer(MAY, List.of()))).containsExactly(wrong);
        }
        Deferral granted = accepted(confirmed().defer(MAY, List.of()));
        assertThat(codes(granted.reject(no(staff, MAY.grantedOn())))).containsExactly(wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Deferral(
                                        granted.request(),
                                        granted.confirmed(),
                                        MAY,
                                        no(staff, MAY.grantedOn())));
    }

    @Test
    void aNoIsNotDatedBeforeTheStepThatItFollows() {
        String early = "deferral-step-too-early";
        assertThat(codes(stated().reject(no("sf_other", STATED.minusDays(1)))))
                .containsExactly(early);
        LocalDate later = STATED.plusDays(3);
        Deferral confirmed = accepted(stated().confirm(by("sf_supervisor", later)));
        assertThat(codes(confirmed.reject(no("sf_steward", later.minusDays(1)))))
                .containsExactly(early);
        assertThat(codes(confirmed.reject(no("sf_steward", later)))).isEmpty();
    }

    private static DeferralRejection no(String staff, LocalDate on) {
        return new DeferralRejection(actor(staff), on);
    }

    private static Deferral confirmed() {
        return accepted(stated().confirm(by("sf_supervisor", STATED)));
    }

    private static Deferral stated() {
        return accepted(request("ill").state());
    }

    private static DeferralConfirmed by(String staff, LocalDate on) {
        return new DeferralConfirmed(actor(staff), on, "ap_1");
    }

    private static DeferralRequest request(String reason) {
        return new DeferralRequest(
                new DeferralId("df_1"),
                new ChargeId("ch_1"),
                DUE,
                reason,
                actor("sf_steward"),
                STATED);
    }

    private static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("STEWARD"), "v1");
    }
}
