package dev.guanjia.billing.writeoff;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteOffTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final WriteOffApproval APPROVAL = approval("sf_leader", DAY);

    @ParameterizedTest(name = "{0} of {1} because ''{2}'' shown by {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    1,     10000, moved away, court, ''
                    10000, 10000, moved away, court, ''
                    10001, 10000, moved away, court, write-off-over-open
                    0,     10000, moved away, court, write-off-not-positive
                    1,     10000, ' ',        court, write-off-without-reason
                    1,     10000, moved away, '',    write-off-without-evidence
                    """)
    void aProposalTakesOffWhatIsOwedWithReasonAndEvidence(
            long fen, long open, String reason, String papers, String expected) {
        List<String> evidence =
                Arrays.stream(papers.split(";")).filter(paper -> !paper.isEmpty()).toList();
        var decision =
                proposal(fen, new WriteOffGrounds(reason, evidence)).propose(Money.fen(open));
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @Test
    void aDebtIsProposedApprovedPostedAndPerhapsRecovered() {
        WriteOff proposed = proposed(10_000);
        assertThat(proposed.state()).isEqualTo(WriteOffState.PROPOSED);
        WriteOff approved = accepted(proposed.approve(APPROVAL));
        assertThat(approved.state()).isEqualTo(WriteOffState.APPROVED);
        assertThat(approved.standing()).isEqualTo(Money.fen(0));
        WriteOff posted = accepted(approved.post(Money.fen(10_000), DAY));
        assertThat(posted.state()).isEqualTo(WriteOffState.POSTED);
        assertThat(posted.standing()).isEqualTo(Money.fen(10_000));
        WriteOff once = accepted(posted.recover(recovery(4_000, DAY)));
        assertThat(once.standing()).isEqualTo(Money.fen(6_000));
        assertThat(codes(once.recover(recovery(6_001, DAY))))
                .containsExactly("recovery-over-write-off");
        assertThat(accepted(once.recover(recovery(6_000, DAY))).standing()).isEqualTo(Money.fen(0));
    }

    @Test
    void noStepIsSkippedOrDoneTwice() {
        WriteOff proposed = proposed(100);
        WriteOff approved = accepted(proposed.approve(APPROVAL));
        WriteOff posted = accepted(approved.post(Money.fen(100), DAY));
        String wrong = "write-off-wrong-state";
        assertThat(codes(proposed.post(Money.fen(100), DAY))).containsExactly(wrong);
        assertThat(codes(approved.approve(APPROVAL))).containsExactly(wrong);
        assertThat(codes(approved.recover(recovery(1, DAY)))).containsExactly(wrong);
        assertThat(codes(posted.post(Money.fen(100), DAY))).containsExactly(wrong);
    }

    @Test
    void whoProposedDoesNotApproveAndNoStepIsDatedBack() {
        WriteOff proposed = proposed(100);
        assertThat(codes(proposed.approve(approval("sf_steward", DAY))))
                .containsExactly("write-off-self-approved");
        String early = "write-off-step-too-early";
        LocalDate before = DAY.minusDays(1);
        assertThat(codes(proposed.approve(approval("sf_leader", DAY.minusDays(3)))))
                .containsExactly(early);
        WriteOff approved = accepted(proposed.approve(APPROVAL));
        assertThat(codes(approved.post(Money.fen(100), before))).containsExactly(early);
        WriteOff posted = accepted(approved.post(Money.fen(100), DAY));
        assertThat(codes(posted.recover(recovery(1, before)))).containsExactly(early);
    }

    @Test
    void whatWasPaidMeanwhileIsNotWrittenOff() {
        WriteOff approved = accepted(proposed(100).approve(APPROVAL));
        assertThat(codes(approved.post(Money.fen(99), DAY))).containsExactly("write-off-over-open");
        Money dollars = new Money(Currency.getInstance("USD"), 1_000);
        assertThat(codes(approved.post(dollars, DAY))).containsExactly("currency-mismatch");
        WriteOff posted = accepted(approved.post(Money.fen(100), DAY));
        assertThat(codes(posted.recover(new Recovery("py_1", dollars, DAY))))
                .containsExactly("currency-mismatch");
        assertThat(codes(posted.recover(recovery(0, DAY))))
                .containsExactly("write-off-not-positive");
    }

    @Test
    void anOrderThatCannotBeDoesNotExist() {
        WriteOffProposal proposal = proposed(100).proposal();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WriteOff(proposal, null, DAY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WriteOff(proposal, APPROVAL, DAY, List.of(recovery(101, DAY))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new WriteOff(proposal, APPROVAL, null, List.of(recovery(1, DAY))));
    }

    private static WriteOff proposed(long fen) {
        WriteOffGrounds grounds = new WriteOffGrounds("moved away", List.of("court"));
        return accepted(proposal(fen, grounds).propose(Money.fen(fen)));
    }

    private static WriteOffProposal proposal(long fen, WriteOffGrounds grounds) {
        return new WriteOffProposal(
                new WriteOffId("wo_1"),
                new ChargeId("ch_1"),
                Money.fen(fen),
                grounds,
                actor("sf_steward"),
                DAY.minusDays(2));
    }

    private static Recovery recovery(long fen, LocalDate on) {
        return new Recovery("py_1", Money.fen(fen), on);
    }

    private static WriteOffApproval approval(String staff, LocalDate on) {
        return new WriteOffApproval(actor(staff), on, "ap_1");
    }

    private static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("STEWARD"), "v1");
    }
}
