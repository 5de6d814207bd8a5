package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.security.patrol.CheckItem;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Checkpoints, windows and readings as tables keep them; what may be absent is a list of one. */
final class PatrolJson {

    private PatrolJson() {}

    private record Item(
            String id,
            String zh,
            String en,
            String kind,
            List<String> lower,
            List<String> upper,
            String severity) {

        static Item of(CheckItem item) {
            return new Item(
                    item.id(),
                    item.label().zh(),
                    item.label().en(),
                    item.kind().name(),
                    texts(item.lower()),
                    texts(item.upper()),
                    item.severity().name());
        }

        CheckItem item() {
            return new CheckItem(
                    id,
                    new Label(zh, en),
                    CheckItem.Kind.valueOf(kind),
                    value(lower),
                    value(upper),
                    Finding.Severity.valueOf(severity));
        }
    }

    private record Point(
            String id,
            String area,
            String place,
            List<String> building,
            long minutes,
            List<Item> items) {

        static Point of(Checkpoint point) {
            return new Point(
                    point.id(),
                    point.area(),
                    point.place(),
                    point.building().map(BuildingId::value).stream().toList(),
                    point.within().toMinutes(),
                    point.items().stream().map(Item::of).toList());
        }

        Checkpoint point() {
            return new Checkpoint(
                    id,
                    area,
                    place,
                    building.stream().findFirst().map(BuildingId::new),
                    Duration.ofMinutes(minutes),
                    items.stream().map(Item::item).toList());
        }
    }

    private record Slot(long from, long to) {

        PatrolPlan.Window window() {
            return new PatrolPlan.Window(Duration.ofMinutes(from), Duration.ofMinutes(to));
        }
    }

    private record Answer(String item, boolean passed, List<String> value, String note) {

        static Answer of(Reading reading) {
            return new Answer(
                    reading.item(), reading.passed(), texts(reading.value()), reading.note());
        }

        Reading reading() {
            return new Reading(item, passed, PatrolJson.value(value), note);
        }
    }

    static String checkpoints(JsonMapper mapper, List<Checkpoint> points) {
        return mapper.writeValueAsString(points.stream().map(Point::of).toList());
    }

    static List<Checkpoint> checkpoints(JsonMapper mapper, String json) {
        return Arrays.stream(mapper.readValue(json, Point[].class)).map(Point::point).toList();
    }

    static String windows(JsonMapper mapper, List<PatrolPlan.Window> windows) {
        return mapper.writeValueAsString(
                windows.stream()
                        .map(w -> new Slot(w.from().toMinutes(), w.to().toMinutes()))
                        .toList());
    }

    static List<PatrolPlan.Window> windows(JsonMapper mapper, String json) {
        return Arrays.stream(mapper.readValue(json, Slot[].class)).map(Slot::window).toList();
    }

    static String readings(JsonMapper mapper, List<Reading> readings) {
        return mapper.writeValueAsString(readings.stream().map(Answer::of).toList());
    }

    static List<Reading> readings(JsonMapper mapper, String json) {
        return Arrays.stream(mapper.readValue(json, Answer[].class)).map(Answer::reading).toList();
    }

    private static List<String> texts(Optional<Rational> value) {
        return value.map(Rational::decimalText).stream().toList();
    }

    private static Optional<Rational> value(List<String> text) {
        return text.stream().findFirst().map(Sql::rational);
    }
}
