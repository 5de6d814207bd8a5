package dev.guanjia.client.example;

import dev.guanjia.client.*;
import dev.guanjia.client.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;

public final class TakePayment {
    public static void main(String[] args) {
        Guanjia guanjia = Guanjia.builder(args[0]).token(() -> args[1]).build();
        Money amount = new Money().amount(new BigDecimal("286.20")).currency("CNY");
        PaymentCreate payment = new PaymentCreate().unitId("un_01J8ZQ4K7N").method("BANK");
        payment.amount(amount).paidOn(LocalDate.of(2024, 6, 3));
        String key = IdempotencyKey.of("payment", "bank-file-2024-06-03", "line 17");
        try {
            Payment taken = guanjia.actingAs("CASHIER").billing().createPayment(key, payment);
            System.out.println("receipt " + taken.getReceiptNo());
        } catch (ConflictException refused) {
            refused.reasons().forEach(reason -> System.out.println(reason.getMessage()));
        }
    }
}
