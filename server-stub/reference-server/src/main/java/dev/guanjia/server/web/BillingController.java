package dev.guanjia.server.web;

import dev.guanjia.server.api.BillingApi;
import dev.guanjia.server.api.model.BillRun;
import dev.guanjia.server.api.model.BillRunCreate;
import dev.guanjia.server.api.model.BillRunPage;
import dev.guanjia.server.api.model.BillRunSkipPage;
import dev.guanjia.server.api.model.BillRunTransitionCreate;
import dev.guanjia.server.api.model.Charge;
import dev.guanjia.server.api.model.ChargePage;
import dev.guanjia.server.api.model.ChargeReplacementCreate;
import dev.guanjia.server.api.model.ChargeReplacements;
import dev.guanjia.server.api.model.ChargeReversalCreate;
import dev.guanjia.server.api.model.FeeItemPage;
import dev.guanjia.server.api.model.Payment;
import dev.guanjia.server.api.model.PaymentCreate;
import dev.guanjia.server.api.model.PaymentPage;
import dev.guanjia.server.api.model.Tariff;
import dev.guanjia.server.api.model.TariffCreate;
import dev.guanjia.server.api.model.TariffPage;
import dev.guanjia.server.api.model.UnitAccount;
import dev.guanjia.server.api.model.Waiver;
import dev.guanjia.server.api.model.WaiverCreate;
import dev.guanjia.server.api.model.WaiverPage;
import dev.guanjia.server.api.model.WaiverRejectionCreate;
import dev.guanjia.server.api.model.WaiverSignatureCreate;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.PaymentStore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prices, charges, payments and waivers. */
@RestController
@RequestMapping("/v1")
class BillingController implements BillingApi {

    private final TariffAnswers tariffs;
    private final BillRunAnswers runs;
    private final ChargeAnswers charges;
    private final PaymentAnswers payments;
    private final WaiverAnswers waivers;

    BillingController(
            TariffAnswers tariffs,
            BillRunAnswers runs,
            ChargeAnswers charges,
            PaymentAnswers payments,
            WaiverAnswers waivers) {
        this.tariffs = tariffs;
        this.runs = runs;
        this.charges = charges;
        this.payments = payments;
        this.waivers = waivers;
    }

    @Override
    public ResponseEntity<FeeItemPage> listFeeItems(Integer limit, @Nullable String cursor) {
        return tariffs.items(PageRequest.of("fee-items", limit, cursor));
    }

    @Override
    public ResponseEntity<Tariff> createTariff(String idempotencyKey, TariffCreate body) {
        return tariffs.create(body);
    }

    @Override
    public ResponseEntity<TariffPage> listTariffs(Integer limit, @Nullable String cursor) {
        return tariffs.list(PageRequest.of("tariffs", limit, cursor));
    }

    @Override
    public ResponseEntity<BillRun> createBillRun(String idempotencyKey, BillRunCreate body) {
        return runs.create(body);
    }

    @Override
    public ResponseEntity<BillRun> getBillRun(String billRunId) {
        return runs.get(billRunId);
    }

    @Override
    public ResponseEntity<BillRunPage> listBillRuns(Integer limit, @Nullable String cursor) {
        return runs.list(PageRequest.of("bill-runs", limit, cursor));
    }

    @Override
    public ResponseEntity<BillRunSkipPage> listBillRunSkips(
            String billRunId, Integer limit, @Nullable String cursor) {
        return runs.skips(billRunId, PageRequest.of("skips", limit, cursor));
    }

    @Override
    public ResponseEntity<BillRun> transitionBillRun(
            String billRunId, String idempotencyKey, String ifMatch, BillRunTransitionCreate body) {
        return runs.take(billRunId, ifMatch, body);
    }

    @Override
    public ResponseEntity<ChargePage> listCharges(
            @Nullable String unitId,
            @Nullable String billRunId,
            @Nullable String period,
            Integer limit,
            @Nullable String cursor) {
        ChargeStore.Filter filter =
                new ChargeStore.Filter(
                        Optional.ofNullable(unitId),
                        Optional.ofNullable(billRunId),
                        Optional.ofNullable(period).map(BillRunMapping::period));
        return runs.charges(filter, PageRequest.of("charges", limit, cursor));
    }

    @Override
    public ResponseEntity<Charge> getCharge(String chargeId) {
        return runs.charge(chargeId);
    }

    @Override
    public ResponseEntity<Charge> reverseCharge(
            String chargeId, String idempotencyKey, ChargeReversalCreate body) {
        return charges.reverse(chargeId, body);
    }

    @Override
    public ResponseEntity<ChargeReplacements> replaceCharge(
            String chargeId, String idempotencyKey, ChargeReplacementCreate body) {
        return charges.replace(chargeId, body);
    }

    @Override
    public ResponseEntity<Payment> createPayment(String idempotencyKey, PaymentCreate body) {
        return payments.create(body);
    }

    @Override
    public ResponseEntity<Payment> getPayment(String paymentId) {
        return payments.get(paymentId);
    }

    @Override
    public ResponseEntity<PaymentPage> listPayments(
            @Nullable String unitId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Integer limit,
            @Nullable String cursor) {
        PaymentStore.Filter filter =
                new PaymentStore.Filter(
                        Optional.ofNullable(unitId),
                        Optional.ofNullable(from),
                        Optional.ofNullable(to));
        return payments.list(filter, PageRequest.of("payments", limit, cursor));
    }

    @Override
    public ResponseEntity<UnitAccount> getUnitAccount(
            String unitId, @Nullable OffsetDateTime asOf) {
        return payments.account(unitId, Optional.ofNullable(asOf));
    }

    @Override
    public ResponseEntity<Waiver> createWaiver(String idempotencyKey, WaiverCreate body) {
        return waivers.create(body);
    }

    @Override
    public ResponseEntity<Waiver> getWaiver(String waiverId) {
        return waivers.get(waiverId);
    }

    @Override
    public ResponseEntity<WaiverPage> listWaivers(Integer limit, @Nullable String cursor) {
        return waivers.list(PageRequest.of("waivers", limit, cursor));
    }

    @Override
    public ResponseEntity<Waiver> signWaiver(
            String waiverId, String idempotencyKey, String ifMatch, WaiverSignatureCreate body) {
        return waivers.sign(waiverId, ifMatch, body);
    }

    @Override
    public ResponseEntity<Waiver> rejectWaiver(
            String waiverId, String idempotencyKey, String ifMatch, WaiverRejectionCreate body) {
        return waivers.reject(waiverId, ifMatch, body);
    }
}
