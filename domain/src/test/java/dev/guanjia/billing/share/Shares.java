package dev.guanjia.billing.share;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pools and keys as tests write them. */
final class Shares {

    private Shares() {}

    /** A pool of lift electricity for March 2026. */
    static Pool pool(String id, long fen, String... units) {
        return new Pool(
                new PoolId(id),
                new FeeItemId("LIFT"),
                ServicePeriod.of(YearMonth.of(2026, 3)),
                Money.fen(fen),
                new TreeSet<>(Stream.of(units).map(UnitId::new).toList()));
    }

    /** Keys as {@code "u1=88.5 u2=100"}. */
    static ShareKeys keys(ShareKey kind, String text) {
        TreeMap<UnitId, Rational> values = new TreeMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(" ")) {
            String[] parts = entry.split("=");
            values.put(new UnitId(parts[0]), Rational.parse(parts[1]));
        }
        return new ShareKeys(kind, values);
    }

    static String amounts(Apportionment apportionment) {
        return apportionment.shares().stream()
                .map(share -> share.unit() + "=" + share.amount().amountText())
                .collect(Collectors.joining(" "));
    }

    static <T> T yes(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }

    static List<String> no(Decision<?> decision) {
        return decision.fold(
                value -> List.of("accepted: " + value),
                reasons -> reasons.stream().map(it -> Wording.of(it, Language.EN)).toList());
    }
}
