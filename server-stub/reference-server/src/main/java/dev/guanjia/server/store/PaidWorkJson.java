package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.paid.OwnerWord;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PaidState;
import dev.guanjia.workorder.paid.PaidTerms;
import dev.guanjia.workorder.paid.PaidWork;
import dev.guanjia.workorder.paid.PriceItem;
import dev.guanjia.workorder.paid.Quote;
import dev.guanjia.workorder.paid.Refund;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Paid work as it is kept, without its refunds: every number as exact text. */
final class PaidWorkJson {

    /** Not the one of the API, so that what is kept does not follow what is sent. */
    private static final JsonMapper MAPPER = new JsonMapper();

    private PaidWorkJson() {}

    private record Content(
            Terms terms, Asked quote, @Nullable Word consent, List<Line> done, String since) {}

    private record Terms(String cover, int guaranteeDays) {}

    private record Asked(String unit, String owner, List<Line> lines, String at, String until) {}

    private record Word(String owner, String at, String means) {}

    private record Name(String zh, String en) {

        static Name of(Label label) {
            return new Name(label.zh(), label.en());
        }

        Label label() {
            return new Label(zh, en);
        }
    }

    private record Line(
            String item,
            Name label,
            String kind,
            Name unit,
            String quantity,
            String price,
            String currency) {

        static Line of(PaidLine line) {
            PriceItem item = line.item();
            return new Line(
                    item.id(),
                    Name.of(item.label()),
                    item.kind().name(),
                    Name.of(item.unit()),
                    line.quantity().decimalText(),
                    line.price().amountText(),
                    line.price().currency().getCurrencyCode());
        }

        PaidLine line() {
            return new PaidLine(
                    new PriceItem(item, label.label(), PriceItem.Kind.valueOf(kind), unit.label()),
                    Rational.parse(quantity),
                    Money.parse(price, Currency.getInstance(currency)));
        }
    }

    static String write(PaidWork work) {
        Quote quote = work.quote();
        OwnerWord word = work.consent();
        return MAPPER.writeValueAsString(
                new Content(
                        new Terms(work.terms().cover().name(), work.terms().guaranteeDays()),
                        new Asked(
                                quote.unit().value(),
                                quote.owner().value(),
                                quote.lines().stream().map(Line::of).toList(),
                                quote.at().toString(),
                                quote.until().toString()),
                        word == null ? null : word(word),
                        work.done().stream().map(Line::of).toList(),
                        work.since().toString()));
    }

    private static Word word(OwnerWord word) {
        return new Word(word.owner().value(), word.at().toString(), word.means().name());
    }

    static PaidWork read(String state, String json, List<Refund> refunds) {
        Content content = MAPPER.readValue(json, Content.class);
        Asked quote = content.quote();
        Word word = content.consent();
        return new PaidWork(
                new PaidTerms(
                        PaidTerms.Cover.valueOf(content.terms().cover()),
                        content.terms().guaranteeDays()),
                PaidState.valueOf(state),
                new Quote(
                        new UnitId(quote.unit()),
                        new OwnerId(quote.owner()),
                        quote.lines().stream().map(Line::line).toList(),
                        Instant.parse(quote.at()),
                        Instant.parse(quote.until())),
                word == null
                        ? null
                        : new OwnerWord(
                                new OwnerId(word.owner()),
                                Instant.parse(word.at()),
                                OwnerWord.Means.valueOf(word.means())),
                content.done().stream().map(Line::line).toList(),
                Instant.parse(content.since()),
                refunds);
    }
}
