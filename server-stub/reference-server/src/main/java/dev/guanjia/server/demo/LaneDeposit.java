package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.DepositsApi;
import dev.guanjia.client.model.Deposit;
import dev.guanjia.client.model.DepositCheckCreate;
import dev.guanjia.client.model.DepositCreate;
import dev.guanjia.client.model.DepositRefundCreate;
import dev.guanjia.client.model.DepositSummaryCreate;
import dev.guanjia.client.model.DepositSummarySignatureCreate;
import dev.guanjia.client.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A renovation deposit: taken by one cashier, checked and signed for, paid back by another. */
final class LaneDeposit {

    private static final LocalDate TAKEN = LocalDate.of(2026, 5, 6);
    private static final Money AMOUNT = OpeningStep.yuan("2000.00");

    private final Console console;
    private final Office office;

    LaneDeposit(Console console, Office office) {
        this.console = console;
        this.office = office;
    }

    void run(LoadedCommunity lane, Map<String, String> figures) {
        Guanjia second = office.colleague("CASHIER", "G009", "邓洁");
        DepositsApi cashier = office.as("CASHIER").deposits();
        String flat = lane.units().get(3).getId();
        String id = cashier.createDeposit(key("deposit"), deposit(flat)).getId();
        String held = held(flat);
        sign(id);
        DepositRefundCreate refund =
                new DepositRefundCreate()
                        .amount(AMOUNT)
                        .method("BANK")
                        .refundedOn(TAKEN.plusDays(20));
        Deposit back =
                second.deposits().refundDeposit(id, key("deposit", "back"), seen(id), refund);
        figures.put("lane.deposit.held", held);
        figures.put("lane.deposit.after", back.getState() + " " + held(flat));
        console.say("lane.deposit", held, held(flat));
    }

    private static DepositCreate deposit(String flat) {
        return new DepositCreate()
                .unitId(flat)
                .kind("RENOVATION")
                .amount(AMOUNT)
                .method("BANK")
                .receiptNo("YJ-2026-0001")
                .takenOn(TAKEN);
    }

    /** The steward checks the flat, the assistant lists it, the supervisor signs the list. */
    private void sign(String id) {
        DepositCheckCreate check = new DepositCheckCreate().checkedOn(TAKEN.plusDays(18));
        office.as("STEWARD").deposits().checkDeposit(id, key("deposit", "check"), seen(id), check);
        DepositSummaryCreate list =
                new DepositSummaryCreate().depositIds(List.of(id)).drawnUpOn(TAKEN.plusDays(19));
        String sheet =
                office.as("CS_ASSISTANT")
                        .deposits()
                        .createDepositSummary(key("deposit", "list"), list)
                        .getId();
        DepositsApi supervisor = office.as("CS_SUPERVISOR").deposits();
        supervisor.signDepositSummary(
                sheet,
                key("deposit", "signed"),
                Versioned.of(supervisor.getDepositSummaryWithHttpInfo(sheet)).etag(),
                new DepositSummarySignatureCreate().signedOn(TAKEN.plusDays(20)));
    }

    private String seen(String id) {
        return Versioned.of(office.as("CASHIER").deposits().getDepositWithHttpInfo(id)).etag();
    }

    private String held(String flat) {
        return office.as("ACCOUNTANT")
                .deposits()
                .listDepositBalances(LocalDate.of(2026, 5, 31), flat, 1, null)
                .getItems()
                .get(0)
                .getHeld()
                .getAmount()
                .toPlainString();
    }
}
