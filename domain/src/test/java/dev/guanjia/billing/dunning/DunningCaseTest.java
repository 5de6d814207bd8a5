package dev.guanjia.billing.dunning;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.arrears.Arrears;
import dev.guanjia.billing.arrears.Owed;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningCaseTest {

    private static final LocalDate DUE = LocalDate.of(2026, 1, 31);
    private static final DunningLevels LEVELS = DunningLevels.load();
    private static final Promise PROMISE =
            new Promise(DUE.plusDays(40), DUE.plusDays(50), Money.fen(100));
    private static final Actor STEWARD =
            new Actor(new StaffId("sf_1"), new PostKey("STEWARD"), "v1");

    @ParameterizedTest
    @CsvSource({
        "'', 0, NOTHING_OVERDUE NOTICE",
        "'', 1, DUE NOTICE",
        "NOTIFY, 14, TOO_EARLY CALL",
        "NOTIFY, 15, DUE CALL",
        "NOTIFY CALL, 29, TOO_EARLY VISIT",
        "NOTIFY CALL, 30, DUE VISIT",
        "NOTIFY VISIT, 90, DUE LAWYERS_LETTER",
        "NOTIFY VISIT AGREE, 50, PROMISE_PENDING LAWYERS_LETTER",
        "NOTIFY VISIT AGREE, 51, PROMISE_BROKEN LAWYERS_LETTER",
        "NOTIFY DISPUTE, 400, DISPUTED CALL",
        "NOTIFY DISPUTE SETTLE, 31, DUE CALL",
        "NOTIFY VISIT SUE, 400, ALL_TAKEN -",
        "NOTIFY CLOSE, 400, CLOSED CALL"
    })
    void theNextStepSaysWhatAndWhy(String steps, long days, String expected) {
        NextStep next = after(steps).next(arrears(days, null), List.of(), LEVELS);
        DunningLevel level = next.level();
        assertThat(next.reason() + " " + (level == null ? "-" : level.key())).isEqualTo(expected);
    }

    @Test
    void onlyThePayersChargesThatAreOverdueAndNotDeferredCount() {
        DunningCase open = after("");
        assertThat(open.next(arrears(5, DUE.plusDays(9)), List.of(), LEVELS).reason())
                .isEqualTo(NextStep.Reason.DEFERRED);
        NextStep broken = open.next(arrears(10, DUE.plusDays(9)), List.of(), LEVELS);
        assertThat(broken.daysOverdue()).isEqualTo(10);
        assertThat(broken.overdue()).isEqualTo(Money.fen(100));
        DunningCase other =
                DunningCase.open(new DunningCaseId("dc_2"), new Payer(Payer.Kind.OWNER, "ow_2"));
        assertThat(other.next(arrears(99, null), List.of(), LEVELS).reason())
                .isEqualTo(NextStep.Reason.NOTHING_OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({
        "'', VISIT, 'dunning-wrong-state,dunning-level-skipped'",
        "'', SUE, 'dunning-wrong-state,dunning-level-skipped'",
        "NOTIFY, VISIT, ''",
        "NOTIFY, SUE, 'dunning-wrong-state,dunning-level-skipped'",
        "NOTIFY DISPUTE, VISIT, dunning-wrong-state",
        "NOTIFY DISPUTE, SUE, 'dunning-wrong-state,dunning-level-skipped'",
        "NOTIFY DISPUTE SETTLE, SUE, dunning-level-skipped",
        "NOTIFY VISIT DISPUTE SETTLE, SUE, ''",
        "NOTIFY VISIT SUE, NOTIFY, dunning-wrong-state",
        "NOTIFY VISIT SUE, AGREE, ''",
        "NOTIFY VISIT SUE, DISPUTE, ''",
        "NOTIFY DISPUTE, AGREE, ''",
        "NOTIFY CLOSE, TALK, dunning-wrong-state",
        "NOTIFY CLOSE, NOTIFY, dunning-wrong-state"
    })
    void noLevelIsSkippedAndADisputeStopsDunning(String steps, DunningAction step, String codes) {
        assertThat(String.join(",", codes(take(after(steps), step, facts(45, 0)))))
                .isEqualTo(codes);
    }

    /** What is said on the way is kept, and moves nothing. */
    @ParameterizedTest
    @CsvSource({
        "''",
        "NOTIFY",
        "NOTIFY VISIT",
        "NOTIFY VISIT AGREE",
        "NOTIFY DISPUTE",
        "NOTIFY VISIT SUE"
    })
    void aTalkIsOnRecordWhereverTheCaseStands(String steps) {
        DunningCase before = after(steps);
        DunningCase talked = accepted(take(before, DunningAction.TALK, facts(45, 0)));
        assertThat(talked.state()).isEqualTo(before.state());
        assertThat(talked.promise()).isEqualTo(before.promise());
        assertThat(talked.log()).hasSize(before.log().size() + 1);
        assertThat(talked.next(arrears(45, null), List.of(), LEVELS))
                .isEqualTo(before.next(arrears(45, null), List.of(), LEVELS));
    }

    @Test
    void everyStepIsLoggedAndNeedsANote() {
        DunningCase visited = after("NOTIFY CALL VISIT");
        assertThat(visited.log())
                .extracting(Contact::action)
                .containsExactly(DunningAction.NOTIFY, DunningAction.CALL, DunningAction.VISIT);
        Contact silent = contact(DunningAction.CALL, " ");
        assertThat(codes(visited.take(silent, facts(45, 0), LEVELS)))
                .containsExactly("dunning-note-missing");
    }

    @Test
    void anAgreementNeedsAPromiseAndACloseNeedsNothingLate() {
        StepFacts none = new StepFacts(DUE, Money.fen(1), List.of(), null);
        DunningCase visited = after("NOTIFY VISIT");
        assertThat(codes(take(visited, DunningAction.AGREE, none)))
                .containsExactly("dunning-promise-missing");
        assertThat(codes(take(visited, DunningAction.CLOSE, none)))
                .containsExactly("dunning-still-owed");
    }

    @ParameterizedTest
    @CsvSource({
        "50, 0, PENDING",
        "51, 0, BROKEN",
        "50, 99, PENDING",
        "51, 99, BROKEN",
        "45, 100, KEPT"
    })
    void aPromiseIsKeptOrBrokenByThePayments(long day, long paid, Promise.Standing standing) {
        StepFacts facts = facts(day, paid);
        assertThat(PROMISE.standing(facts.asOf(), facts.payments())).isEqualTo(standing);
        DunningCase agreed = after("NOTIFY VISIT AGREE");
        assertThat(codes(take(agreed, DunningAction.BREAK, facts)).isEmpty())
                .isEqualTo(standing == Promise.Standing.BROKEN);
        assertThat(codes(take(agreed, DunningAction.KEEP, facts)).isEmpty())
                .isEqualTo(standing == Promise.Standing.KEPT);
    }

    @Test
    void moneyBeforeThePromiseOrAfterItsDayDoesNotKeepIt() {
        List<Promise.Paid> paid =
                List.of(
                        new Promise.Paid(PROMISE.madeOn().minusDays(1), Money.fen(100)),
                        new Promise.Paid(PROMISE.by(), Money.fen(99)),
                        new Promise.Paid(PROMISE.by().plusDays(1), Money.fen(100)));
        assertThat(PROMISE.standing(DUE.plusDays(90), paid)).isEqualTo(Promise.Standing.BROKEN);
    }

    @Property
    void aStepThatIsDueCanBeTaken(
            @ForAll @Size(max = 12) List<DunningAction> tried,
            @ForAll @IntRange(min = 0, max = 200) int days) {
        DunningCase now = after("");
        for (DunningAction action : tried) {
            DunningCase before = now;
            now = take(now, action, facts(days, 0)).fold(next -> next, no -> before);
        }
        NextStep next = now.next(arrears(days, null), List.of(), LEVELS);
        DunningLevel level = next.level();
        if (next.reason() == NextStep.Reason.DUE && level != null) {
            assertThat(codes(take(now, level.action(), facts(days, 0)))).isEmpty();
        }
        if (now.state() == DunningState.LEGAL) {
            assertThat(now.log()).extracting(Contact::action).contains(DunningAction.SUE);
        }
    }

    @Test
    void levelsThatDoNotClimbAreNotRead() {
        List<String> columns =
                List.of("key", "zh", "en", "action", "channel", "days_overdue", "skip", "source");
        String rows = "A,a,a,NOTIFY,LETTER,5,no,s\nB,b,b,CALL,TELEPHONE,5,no,s\n";
        Table table = Table.parse("l.csv", String.join(",", columns) + "\n" + rows, columns);
        assertThatIllegalArgumentException().isThrownBy(() -> DunningLevels.of(table));
    }

    @Test
    void aRequestNeedsAWayAndAQuestionAnAnswer() {
        assertThat(codes(OutOfRemit.answer("lift", "the owners decide", List.of())))
                .containsExactly("request-without-solution");
        assertThat(codes(OutOfRemit.answer("lift", " ", List.of("owners' meeting"))))
                .containsExactly("request-without-solution");
        assertThat(accepted(OutOfRemit.answer("lift", "why", List.of("vote"))).solutions())
                .containsExactly("vote");
        assertThat(codes(FeeQuestion.answer("why so much?", "")))
                .containsExactly("fee-question-unanswered");
        assertThat(accepted(FeeQuestion.answer("why?", "area x price")).answer())
                .isEqualTo("area x price");
    }

    private static DunningCase after(String steps) {
        DunningCase now =
                DunningCase.open(new DunningCaseId("dc_1"), new Payer(Payer.Kind.OWNER, "ow_1"));
        for (String step : steps.isEmpty() ? new String[0] : steps.split(" ")) {
            now = accepted(take(now, DunningAction.valueOf(step), facts(45, 0)));
        }
        return now;
    }

    private static Decision<DunningCase> take(
            DunningCase now, DunningAction action, StepFacts facts) {
        return now.take(contact(action, "spoke to the owner"), facts, LEVELS);
    }

    private static Contact contact(DunningAction action, String note) {
        Instant at = Instant.parse("2026-03-01T02:00:00Z");
        return new Contact(action, STEWARD, at, Channel.TELEPHONE, Outcome.REACHED, note);
    }

    private static StepFacts facts(long day, long paid) {
        List<Promise.Paid> payments = List.of(new Promise.Paid(PROMISE.madeOn(), Money.fen(paid)));
        return new StepFacts(DUE.plusDays(day), Money.fen(0), payments, PROMISE);
    }

    private static Arrears arrears(long days, @Nullable LocalDate deferredUntil) {
        ChargeKey key =
                new ChargeKey(
                        new UnitId("un_1"),
                        new FeeItemId("PROPERTY_SERVICE"),
                        ServicePeriod.of(YearMonth.from(DUE)));
        OpenCharge charge = new OpenCharge(new ChargeId("ch_1"), key, 10, DUE, Money.fen(100));
        Owed owed = new Owed(new Payer(Payer.Kind.OWNER, "ow_1"), charge, deferredUntil);
        return new Arrears(DUE.plusDays(days), Money.CNY, List.of(owed));
    }
}
