package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How papers say things, in Chinese. */
final class PaperWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.ROOT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy年MM月", Locale.ROOT);

    private PaperWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String period(ServicePeriod period) {
        return period.equals(ServicePeriod.of(period.month()))
                ? MONTH.format(period.start())
                : day(period.start()) + "至" + day(period.end().minusDays(1));
    }

    static String item(FeeItemCatalogue items, ChargeKey key) {
        return items.find(key.feeItem()).map(FeeItem::label).orElseThrow().zh();
    }

    /** {@code 1,234.50}. */
    static String digits(Money amount) {
        String text = amount.amountText();
        int point = text.indexOf('.');
        return text.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",")
                + text.substring(point);
    }

    static String method(PaymentMethod method) {
        return switch (method) {
            case CASH -> "现金";
            case BANK -> "银行转账";
            case WECHAT -> "微信支付";
            case ALIPAY -> "支付宝";
            case CARD -> "银行卡";
            case CHEQUE -> "支票";
        };
    }
}
