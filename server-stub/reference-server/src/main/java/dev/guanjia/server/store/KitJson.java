package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.security.shift.Kit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/** Kits as tables keep them. */
final class KitJson {

    private KitJson() {}

    private record Things(
            List<String> keys,
            List<String> goods,
            Map<String, String> lent,
            Map<String, String> equipment,
            Map<String, String> matters,
            long minor,
            String currency) {

        Kit kit() {
            return new Kit(
                    new TreeSet<>(keys),
                    new TreeSet<>(goods),
                    new TreeMap<>(lent),
                    new Money(Currency.getInstance(currency), minor),
                    new TreeMap<>(equipment),
                    new TreeMap<>(matters));
        }
    }

    static String text(JsonMapper mapper, Kit kit) {
        return mapper.writeValueAsString(
                new Things(
                        List.copyOf(kit.keys()),
                        List.copyOf(kit.goods()),
                        kit.lent(),
                        kit.equipment(),
                        kit.matters(),
                        kit.money().minorUnits(),
                        kit.money().currency().getCurrencyCode()));
    }

    static Kit kit(JsonMapper mapper, String json) {
        return mapper.readValue(json, Things.class).kit();
    }
}
