package dev.guanjia.billing.writeoff;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever comes in after a debt was written off. */
class WriteOffProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @Property
    void whatStandsAndWhatCameBackAddUpToWhatWasWrittenOff(
            @ForAll @LongRange(min = 1, max = 1_000) long fen,
            @ForAll @Size(max = 8) List<@LongRange(min = -50, max = 600) Long> payments) {
        WriteOff writeOff = posted(fen);
        long recovered = 0;
        for (long payment : payments) {
            WriteOff before = writeOff;
            writeOff =
                    before.recover(new Recovery("py_1", Money.fen(payment), DAY))
                            .fold(after -> after, reasons -> before);
            boolean fits = payment > 0 && payment <= fen - recovered;
            assertThat(writeOff != before).isEqualTo(fits);
            recovered += fits ? payment : 0;
            assertThat(writeOff.standing()).isEqualTo(Money.fen(fen - recovered));
        }
    }

    private static WriteOff posted(long fen) {
        WriteOffProposal proposal =
                new WriteOffProposal(
                        new WriteOffId("wo_1"),
                        new ChargeId("ch_1"),
                        Money.fen(fen),
                        new WriteOffGrounds("moved away", List.of("court")),
                        actor("sf_steward"),
                        DAY);
        WriteOff proposed = accepted(proposal.propose(Money.fen(fen)));
        WriteOffApproval approval = new WriteOffApproval(actor("sf_leader"), DAY, "ap_1");
        return accepted(accepted(proposed.approve(approval)).post(Money.fen(fen), DAY));
    }

    private static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("STEWARD"), "v1");
    }
}
