package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Vacancy;
import dev.guanjia.server.store.UnitEntryStore.Opening;
import dev.guanjia.server.store.UnitFactHistoryStore;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is true of a unit; what is wrong is noted with its place. */
final class FactIntake {

    private final Given given;

    FactIntake(Given given) {
        this.given = given;
    }

    /** What is true of a new unit, and since when. */
    record Known(UnitUse use, Rational area, Opening opening) {}

    /** All of it; empty if anything does not fit. */
    Optional<Known> read(String at, UnitDraft.Facts facts) {
        Optional<UnitUse> use = use(at, facts.use());
        Optional<Rational> area = area(at, facts.area());
        Optional<Vacancy> vacancy =
                facts.vacancy() == null
                        ? Optional.of(Vacancy.OCCUPIED)
                        : vacancy(at, facts.vacancy());
        Optional<LocalDate> since = since(at + "/since", facts.since());
        if (use.isEmpty() || area.isEmpty() || vacancy.isEmpty() || since.isEmpty()) {
            return Optional.empty();
        }
        Opening opening = new Opening(since.get(), vacancy.get());
        return Optional.of(new Known(use.get(), area.get(), opening));
    }

    Optional<UnitUse> use(String at, String use) {
        return given.known(at + "/use", use, UnitUse.class);
    }

    Optional<Rational> area(String at, String area) {
        return given.decimal(at + "/area", area, Unit::isArea, "more than 0, up to 1000000");
    }

    Optional<Vacancy> vacancy(String at, String vacancy) {
        return given.known(at + "/vacancy", vacancy, Vacancy.class);
    }

    private Optional<LocalDate> since(String at, @Nullable LocalDate since) {
        return since == null ? Optional.of(UnitFactHistoryStore.ALWAYS) : given.day(at, since);
    }
}
