package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.billing.waiver.WaiverGrounds;
import dev.guanjia.billing.waiver.WaiverId;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Signature;
import dev.guanjia.organisation.SignatureRequest;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Events of billing for tests: unit un_1, March 2024. */
final class Settled {

    static final LocalDate DAY = LocalDate.of(2024, 3, 31);
    private static final List<String> PAPERS = List.of("scan 1");
    private static final Actor STEWARD = actor("S0001", "STEWARD");
    private static final Actor MANAGER = actor("S0002", "PROPERTY_MANAGER");

    private Settled() {}

    static ChargeKey key(String unit, String feeItem) {
        ServicePeriod march = ServicePeriod.of(YearMonth.of(2024, 3));
        return new ChargeKey(new UnitId(unit), new FeeItemId(feeItem), march);
    }

    static ChargeEntered charge(String id, ChargeKey key, long fen) {
        return charge(id, key, taxed(fen, 0));
    }

    static ChargeEntered charge(String id, ChargeKey key, Taxed taxed) {
        return new ChargeEntered(new ChargeId(id), key, taxed);
    }

    static Taxed taxed(long net, long tax) {
        return new Taxed(Money.fen(net), Money.fen(tax));
    }

    static ChargeReversal reversal(ChargeEntered charge) {
        return new ChargeReversal(charge.charge(), "wrong area", DAY, MANAGER);
    }

    static PaymentTaken payment(long fen, PaymentMethod method, List<ChargeEntered> charges) {
        UnitId unit = new UnitId("un_1");
        PaymentId id = new PaymentId("pm_1");
        List<OpenCharge> open =
                charges.stream()
                        .map(it -> new OpenCharge(it.charge(), it.key(), 1, DAY, it.amount()))
                        .toList();
        return new Payment(id, unit, Money.fen(fen), method, DAY)
                .take(open)
                .fold(
                        taken -> taken,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    static WaiverPosted waiver(ChargeEntered charge, long fen) {
        Money amount = Money.fen(fen);
        SignatureRequest request =
                new SignatureRequest(
                        AuthorityKind.WAIVER, amount, STEWARD.staff(), MANAGER, DAY, PAPERS);
        return new WaiverPosted(
                new WaiverProposal(
                        new WaiverId("wv_1"),
                        charge.charge(),
                        charge.key(),
                        amount,
                        new WaiverGrounds("no lift for a week", PAPERS),
                        STEWARD,
                        DAY),
                new Signature(request, "AUT-20", Optional.empty(), "v1"));
    }

    private static Actor actor(String staff, String post) {
        return new Actor(new StaffId(staff), new PostKey(post), "v1");
    }
}
