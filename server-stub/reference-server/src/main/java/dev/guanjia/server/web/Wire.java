package dev.guanjia.server.web;

import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.api.model.Money;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Values as the document writes them. */
final class Wire {

    private Wire() {}

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The company's day of a moment; null where none is named. */
    static @Nullable LocalDate day(@Nullable OffsetDateTime moment, Clock clock) {
        return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), clock.getZone());
    }

    /** Where something can be read: the path below the version. */
    static URI location(String path, String id) {
        return URI.create("/v1/" + path + "/" + id);
    }

    static Money money(dev.guanjia.money.Money money) {
        return new Money(money.amountText(), money.currency().getCurrencyCode());
    }

    static Money money(long minorUnits, String currency) {
        return money(new dev.guanjia.money.Money(Currency.getInstance(currency), minorUnits));
    }

    static Label label(dev.guanjia.catalogue.Label label) {
        return new Label(label.zh(), label.en());
    }
}
