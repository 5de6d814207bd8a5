package dev.guanjia.billing.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Money;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is tried with a waiver, in whichever order. */
class WaiverProperties {

    private static final Money AMOUNT = Money.fen(100);

    private record Step(WaiverAction action, int days) {

        boolean isBeforeTheProposal() {
            return WaiverTest.DAY
                    .plusDays(days)
                    .isBefore(WaiverTest.proposed(100).proposal().proposedOn());
        }
    }

    /** The first step that fits decides; none posts what was rejected, or the other way round. */
    @Property
    void noSequenceOfStepsPostsAWaiverThatWasRejected(
            @ForAll @Size(max = 6) List<WaiverAction> actions,
            @ForAll @Size(6) List<@IntRange(min = -4, max = 3) Integer> days) {
        Waiver waiver = WaiverTest.proposed(100);
        WaiverState expected = WaiverState.PROPOSED;
        int posted = 0;
        for (int i = 0; i < actions.size(); i++) {
            Step step = new Step(actions.get(i), days.get(i));
            Optional<Waiver> after = after(waiver, step);
            boolean fits = expected == WaiverState.PROPOSED && !step.isBeforeTheProposal();
            assertThat(after.isPresent()).isEqualTo(fits);
            expected = fits ? leadsTo(step.action()) : expected;
            posted += fits && step.action() == WaiverAction.SIGN ? 1 : 0;
            waiver = after.orElse(waiver);
            assertThat(waiver.state()).isEqualTo(expected);
            assertThat(posted).isEqualTo(expected == WaiverState.POSTED ? 1 : 0);
        }
    }

    private static WaiverState leadsTo(WaiverAction action) {
        return switch (action) {
            case SIGN -> WaiverState.POSTED;
            case REJECT -> WaiverState.REJECTED;
            case WITHDRAW -> WaiverState.WITHDRAWN;
        };
    }

    private static Optional<Waiver> after(Waiver waiver, Step step) {
        return switch (step.action()) {
            case SIGN ->
                    waiver.sign(
                                    WaiverTest.AUTHORITY,
                                    WaiverTest.LEADER,
                                    AMOUNT,
                                    WaiverTest.DAY.plusDays(step.days()))
                            .fold(
                                    posted -> Optional.of(posted.applyTo(waiver)),
                                    reasons -> Optional.empty());
            case REJECT ->
                    waiver.reject(WaiverTest.no(WaiverTest.LEADER, step.days()))
                            .fold(Optional::of, reasons -> Optional.empty());
            case WITHDRAW ->
                    waiver.reject(WaiverTest.no(WaiverTest.STEWARD, step.days()))
                            .fold(Optional::of, reasons -> Optional.empty());
        };
    }
}
