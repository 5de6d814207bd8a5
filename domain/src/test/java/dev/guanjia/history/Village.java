package dev.guanjia.history;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.share.Apportionment;
import dev.guanjia.billing.share.Pool;
import dev.guanjia.billing.share.PoolId;
import dev.guanjia.billing.share.ShareBook;
import dev.guanjia.billing.share.ShareKey;
import dev.guanjia.billing.share.ShareKeys;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterHistory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The units of a community, what is charged for, and what is shared. */
final class Village {

    private static final LocalDate YEAR = LocalDate.of(2025, 1, 1);

    private final Story story;
    private final Map<UnitId, Home> homes = new LinkedHashMap<>();
    private TariffBook tariffs = new TariffBook(Billing.COMMUNITY, Money.CNY, Prices.first());
    private ShareBook shares = ShareBook.EMPTY;

    Village(Story story) {
        this.story = story;
        for (int number = 1; number <= 3; number++) {
            add(number, LocalDate.of(2024, 11, 20));
        }
    }

    private void add(int number, LocalDate since) {
        Home home = new Home(number, since, story);
        homes.put(home.unit.id(), home);
    }

    static FeeItemId item(int number) {
        return Prices.ITEMS.items().get(number % Prices.ITEMS.items().size()).id();
    }

    List<Home> homes() {
        return List.copyOf(homes.values());
    }

    Home home(UnitId id) {
        return homes.get(id);
    }

    TariffBook tariffs() {
        return tariffs;
    }

    ShareBook shares() {
        return shares;
    }

    static LocalDate day(Move move) {
        return YEAR.plusDays(move.day() % 420);
    }

    static YearMonth month(Move move) {
        return YearMonth.from(day(move));
    }

    void register(Move move) {
        if (homes.size() < 6) {
            story.did(move.act(), "un_" + (homes.size() + 1) + " known since " + day(move));
            add(homes.size() + 1, day(move));
        }
    }

    /** What becomes of one home; false where the move is about something else. */
    void home(Move move) {
        Home home = homes().get(move.which() % homes.size());
        switch (move.act()) {
            case SELL -> home.sell(move, day(move));
            case LET -> home.let(move, day(move), day(move).plusDays(1 + move.size() % 200));
            case EMPTY -> home.empty(move, day(move));
            case SURVEY -> home.survey(move, day(move));
            case READ -> home.read(move, day(move));
            case CORRECT_READING -> home.correct(move);
            case REPLACE_METER -> home.replace(move, day(move));
            default -> throw new IllegalArgumentException(move.toString());
        }
    }

    /** One file of readings, twice: nothing of the second is taken. */
    void importTwice(Move move) {
        for (Home home : homes.values()) {
            home.read(move, day(move));
        }
        List<MeterHistory> before = homes.values().stream().map(Home::meter).toList();
        for (Home home : homes.values()) {
            home.read(move, day(move));
        }
        LawsOfBilling.nothingWasReadAgain(before, homes());
    }

    /** No day that is charged by now gets another price. */
    void newTariff(Move move, List<Charge> standing) {
        FeeItemId item = item(move.which());
        if (item.equals(Prices.SHARED)) {
            return;
        }
        LocalDate from = month(move).atDay(move.size() % 4 == 0 ? 15 : 1);
        Tariff tariff = Prices.tariff(story.name("tf"), item, move.size(), from);
        story.decide(
                move.act(),
                tariff.toString(),
                tariffs.add(tariff, chargedUntil(standing, item)),
                kept -> {
                    if (kept.equals(tariff)) {
                        List<Tariff> all = new ArrayList<>(tariffs.tariffs());
                        all.add(kept);
                        tariffs = new TariffBook(Billing.COMMUNITY, Money.CNY, all);
                    }
                });
    }

    private static @Nullable LocalDate chargedUntil(List<Charge> standing, FeeItemId item) {
        return standing.stream()
                .filter(charge -> charge.key().feeItem().equals(item))
                .map(charge -> charge.key().period().end())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Cuts what a month cost among the units known by now; again where it was cut before. */
    void share(Move move, List<Charge> standing) {
        YearMonth month = month(move);
        ServicePeriod days = ServicePeriod.of(month);
        Money amount = Money.fen(100 + move.size());
        Pool pool =
                new Pool(
                        new PoolId("po_" + month),
                        Prices.SHARED,
                        days,
                        amount,
                        new TreeSet<>(homes.keySet()));
        ShareKey kind = ShareKey.values()[move.which() % ShareKey.values().length];
        Apportionment.of(pool, keys(kind))
                .fold(
                        cut -> {
                            LawsOfBilling.sharesAreThePool(cut);
                            return story.decide(
                                    move.act(),
                                    amount + " of " + month + " by " + kind,
                                    shares.enter(cut)
                                            .fold(
                                                    step ->
                                                            step.unlessCharged(
                                                                    pool.id(),
                                                                    charged(days, standing)),
                                                    Decision::refuse),
                                    step -> shares = step.book());
                        },
                        reasons -> false);
    }

    private ShareKeys keys(ShareKey kind) {
        Map<UnitId, Rational> values = new TreeMap<>();
        for (Home home : homes.values()) {
            Rational area = home.unit.area();
            values.put(home.unit.id(), kind == ShareKey.UNIT ? Rational.ONE : area);
        }
        return ShareKeys.of(kind, values);
    }

    private static Map<UnitId, ChargeId> charged(ServicePeriod days, List<Charge> standing) {
        Map<UnitId, ChargeId> charged = new TreeMap<>();
        standing.stream()
                .filter(charge -> charge.key().feeItem().equals(Prices.SHARED))
                .filter(charge -> charge.key().period().overlaps(days))
                .forEach(charge -> charged.put(charge.key().unit(), charge.id()));
        return charged;
    }
}
