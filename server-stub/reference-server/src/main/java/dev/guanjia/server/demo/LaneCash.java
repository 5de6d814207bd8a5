package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.Payment;
import dev.guanjia.client.model.PaymentCreate;
import dev.guanjia.client.model.PaymentPayer;
import dev.guanjia.client.model.PrepaymentBalance;
import dev.guanjia.client.model.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Three owners pay: too much by WeChat, in cash, and for two flats at once by bank. */
final class LaneCash {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 27);

    private final Console console;
    private final Guanjia cashier;
    private final LoadedCommunity lane;
    private final Map<String, String> figures;

    LaneCash(Console console, Office office, LoadedCommunity lane, Map<String, String> figures) {
        this.console = console;
        this.cashier = office.as("CASHIER");
        this.lane = lane;
        this.figures = figures;
    }

    /** Takes April's payments; the seller of the second flat pays nothing. */
    void takeApril(String buyer) {
        PaymentCreate tooMuch = payment(0, "500.00", "WECHAT");
        PaymentCreate cash =
                payment(1, "100.00", "CASH").payer(new PaymentPayer().kind("OWNER").id(buyer));
        PaymentCreate both =
                payment(2, "400.00", "BANK").unitIds(List.of(lane.units().get(3).getId()));
        Payment first = take(tooMuch);
        put("lane.paid.prepaid", plain(first));
        put("lane.paid.cash.settled", String.valueOf(take(cash).getAllocations().size()));
        Payment two = take(both);
        long flats =
                two.getAllocations().stream()
                        .map(settled -> settled.getUnitId())
                        .distinct()
                        .count();
        put("lane.paid.bank.flats", String.valueOf(flats));
        console.say("lane.paid", plain(first), flats);
        receipt(first.getId());
    }

    private static String plain(Payment payment) {
        return payment.getPrepayment().getAmount().toPlainString();
    }

    private PaymentCreate payment(int flat, String yuan, String method) {
        return new PaymentCreate()
                .unitId(lane.units().get(flat).getId())
                .amount(OpeningStep.yuan(yuan))
                .method(method)
                .paidOn(DAY);
    }

    private Payment take(PaymentCreate payment) {
        return cashier.billing().createPayment(key("lane", payment.getMethod()), payment);
    }

    private void receipt(String payment) {
        Receipt receipt =
                cashier.receipts()
                        .listReceipts(null, payment, null, null, null, 1, null)
                        .getItems()
                        .get(0);
        String number = receipt.getNumber();
        put("lane.receipt", number.substring(number.lastIndexOf('-') + 1));
        put("lane.receipt.words", receipt.getAmountInWords());
        console.say("lane.receipt", number, receipt.getAmountInWords());
    }

    /** What is left of the prepayment when May was entered and has used it. */
    void prepaid() {
        List<PrepaymentBalance> kept =
                cashier.payments()
                        .listUnitPrepayments(lane.units().get(0).getId(), 1, null)
                        .getItems();
        String left = kept.get(0).getBalance().getAmount().toPlainString();
        put("lane.prepaid.left", left);
        console.say("lane.prepaid", left);
    }

    private void put(String name, String value) {
        figures.put(name, value);
    }
}
