package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Payment;
import dev.guanjia.server.api.model.PaymentCreate;
import dev.guanjia.server.api.model.PaymentPage;
import dev.guanjia.server.api.model.UnitAccount;
import dev.guanjia.server.application.PaymentDesk;
import dev.guanjia.server.application.UnitAccountDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PaymentStore.Filter;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on payments and accounts. */
@Component
class PaymentAnswers {

    private final CurrentCaller caller;
    private final PaymentDesk payments;
    private final UnitAccountDesk accounts;

    PaymentAnswers(CurrentCaller caller, PaymentDesk payments, UnitAccountDesk accounts) {
        this.caller = caller;
        this.payments = payments;
        this.accounts = accounts;
    }

    ResponseEntity<Payment> create(PaymentCreate body) {
        PaymentDesk.Draft draft =
                new PaymentDesk.Draft(
                        body.getUnitId(),
                        PaymentMapping.amount(body.getAmount()),
                        body.getMethod(),
                        body.getPaidOn(),
                        Optional.ofNullable(body.getExternalReference()),
                        PaymentMapping.sharing(body));
        Payment made = PaymentMapping.payment(payments.create(caller.get(), draft));
        return ResponseEntity.created(Wire.location("payments", made.getId())).body(made);
    }

    ResponseEntity<Payment> get(String id) {
        return ResponseEntity.ok(PaymentMapping.payment(payments.get(caller.get(), id)));
    }

    ResponseEntity<PaymentPage> list(Filter filter, PageRequest request) {
        Page<Payment> page =
                payments.list(caller.get(), filter, request).map(PaymentMapping::payment);
        return ResponseEntity.ok(new PaymentPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<UnitAccount> account(String unitId, Optional<OffsetDateTime> asOf) {
        UnitAccountDesk.Seen seen = accounts.get(caller.get(), unitId, asOf);
        dev.guanjia.billing.settlement.UnitAccount account = seen.account();
        return ResponseEntity.ok(
                new UnitAccount(
                        account.unit().value(),
                        Wire.at(seen.asOf()),
                        Wire.money(account.charged()),
                        Wire.money(account.paid()),
                        Wire.money(account.waived()),
                        Wire.money(account.open()),
                        Wire.money(account.prepayment())));
    }
}
