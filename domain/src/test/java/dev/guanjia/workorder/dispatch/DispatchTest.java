package dev.guanjia.workorder.dispatch;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.dispatch.Jobs.certified;
import static dev.guanjia.workorder.dispatch.Jobs.fitness;
import static dev.guanjia.workorder.dispatch.Jobs.job;
import static dev.guanjia.workorder.dispatch.Jobs.staff;
import static dev.guanjia.workorder.dispatch.Jobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.dispatch.Dispatch.Turn;
import dev.guanjia.workorder.dispatch.Dispatch.Way;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final StaffId LI = staff("li");
    private static final StaffId WU = staff("wu");
    private static final StaffId SUN = staff("sun");
    private static final Proposal LI_AND_WU = proposal("li", "wu");

    @Test
    void theNamedWorkerHasTheJob() {
        Dispatch sent = accepted(Dispatch.open().assign(WU, LI_AND_WU, 0));
        assertThat(sent).isEqualTo(new Dispatch(Way.ASSIGNMENT, List.of(), WU, 1));
    }

    @Test
    void theUncertifiedIsRefusedWithTheReasonInEveryWay() {
        assertThat(codes(Dispatch.open().assign(SUN, LI_AND_WU, 0)))
                .containsExactly("qualification-missing");
        Dispatch pool = accepted(Dispatch.open().offer(LI_AND_WU, 0));
        assertThat(codes(pool.take(SUN, LI_AND_WU, 1))).containsExactly("qualification-missing");
        Turn turn = accepted(Dispatch.open().next(Rota.of(List.of(SUN, WU)), LI_AND_WU, 0));
        assertThat(turn.dispatch().worker()).isEqualTo(WU);
    }

    @Test
    void whoseCertificateLapsedAfterTheOfferDoesNotGetTheJob() {
        Dispatch pool = accepted(Dispatch.open().offer(LI_AND_WU, 0));
        assertThat(codes(pool.take(LI, proposal("wu"), 1)))
                .containsExactly("qualification-missing");
    }

    @Test
    void whoCanBeSentOnlyAfterTheOfferTakesTheJobToo() {
        Dispatch pool = accepted(Dispatch.open().offer(proposal("li"), 0));
        assertThat(pool.offered()).containsExactly(LI);
        assertThat(accepted(pool.take(WU, LI_AND_WU, 1)).worker()).isEqualTo(WU);
        Dispatch untold = new Dispatch(Way.POOL, List.of(), null, 1);
        assertThat(accepted(untold.take(WU, LI_AND_WU, 1)).worker()).isEqualTo(WU);
        assertThat(codes(Dispatch.open().take(WU, LI_AND_WU, 0)))
                .containsExactly("dispatch-not-offered");
    }

    @Test
    void aJobIsPassedOnToWhoCanBeSent() {
        Dispatch sent = accepted(Dispatch.open().assign(LI, LI_AND_WU, 0));
        assertThat(accepted(sent.transfer(WU, LI_AND_WU, 1)))
                .isEqualTo(new Dispatch(Way.ASSIGNMENT, List.of(), WU, 2));
        assertThat(codes(sent.transfer(SUN, LI_AND_WU, 1)))
                .containsExactly("qualification-missing");
        assertThat(codes(sent.transfer(WU, LI_AND_WU, 0))).containsExactly("dispatch-changed");
        assertThat(codes(Dispatch.open().transfer(WU, LI_AND_WU, 0)))
                .containsExactly("dispatch-not-sent");
    }

    @Test
    void theFirstTakerWinsAndTheSecondIsToldWho() {
        Dispatch pool = accepted(Dispatch.open().offer(LI_AND_WU, 0));
        assertThat(pool.offered()).containsExactly(LI, WU);
        Dispatch taken = accepted(pool.take(WU, LI_AND_WU, 1));
        assertThat(taken).isEqualTo(new Dispatch(Way.POOL, List.of(), WU, 2));
        assertThat(codes(taken.take(LI, LI_AND_WU, 1))).containsExactly("dispatch-taken");
        assertThat(codes(taken.take(LI, LI_AND_WU, 2))).containsExactly("dispatch-taken");
    }

    @Test
    void ofTwoDispatchersOneWins() {
        Dispatch first = accepted(Dispatch.open().assign(LI, LI_AND_WU, 0));
        assertThat(codes(first.assign(WU, LI_AND_WU, 0))).containsExactly("dispatch-taken");
        assertThat(codes(first.offer(LI_AND_WU, 0))).containsExactly("dispatch-taken");
        assertThat(codes(first.next(Rota.of(List.of(WU)), LI_AND_WU, 0)))
                .containsExactly("dispatch-taken");
        Dispatch pool = accepted(Dispatch.open().offer(LI_AND_WU, 0));
        assertThat(codes(pool.assign(WU, LI_AND_WU, 0))).containsExactly("dispatch-changed");
        assertThat(accepted(pool.assign(WU, LI_AND_WU, 1)).worker()).isEqualTo(WU);
    }

    @Test
    void nothingIsOfferedWhenNobodyCanBeSent() {
        Proposal nobody = proposal();
        assertThat(codes(Dispatch.open().offer(nobody, 0)))
                .containsExactly("dispatch-nobody-eligible");
        assertThat(codes(Dispatch.open().next(Rota.of(List.of(LI)), nobody, 0)))
                .containsExactly("dispatch-nobody-eligible");
    }

    @Test
    void whoWasPassedOverHasTheNextTurn() {
        Rota rota = Rota.of(List.of(WU, LI, SUN));
        Turn first = accepted(Dispatch.open().next(rota, proposal("sun", "wu"), 0));
        assertThat(first.dispatch()).isEqualTo(new Dispatch(Way.ROTA, List.of(), SUN, 1));
        assertThat(first.rota()).isEqualTo(new Rota(List.of(LI, WU, SUN), 1));
        Turn second = accepted(Dispatch.open().next(first.rota(), proposal("li", "sun", "wu"), 0));
        assertThat(second.dispatch().worker()).as("passed over, not forgotten").isEqualTo(LI);
    }

    @Test
    void whoComesLaterStandsBehindAndWhoLeavesIsForgotten() {
        Rota rota = new Rota(List.of(WU, LI), 3);
        assertThat(rota.with(List.of(SUN, LI))).isEqualTo(new Rota(List.of(LI, SUN), 3));
        assertThat(rota.with(List.of(SUN, WU, LI)).queue()).containsExactly(WU, LI, SUN);
    }

    @Test
    void aDispatchThatIsNeitherOpenNorGivenCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispatch(Way.ROTA, List.of(LI), WU, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispatch(Way.POOL, List.of(LI), LI, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dispatch(Way.ROTA, List.of(), null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Dispatch(null, List.of(), LI, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rota(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rota(List.of(LI, LI), 0));
    }

    /** Li, Sun and Wu, of whom only the named ones have a certificate. */
    private static Proposal proposal(String... certified) {
        return Proposal.of(
                Stream.of("li", "sun", "wu").map(name -> worker(name, 0, null)).toList(),
                job(),
                certified.length == 0 ? fitness(List.of()) : certified(certified));
    }
}
