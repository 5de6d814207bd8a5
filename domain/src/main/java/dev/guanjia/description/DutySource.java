package dev.guanjia.description;

import dev.guanjia.duty.CompanyDuties;
import dev.guanjia.duty.DutyCatalogue;
import java.time.LocalDate;
import java.util.List;

/** Where job descriptions take the duties from: a catalogue, or what a company makes of one. */
@FunctionalInterface
public interface DutySource {

    /**
     * The duties in force.
     *
     * @param asOf the day
     * @return all of them, in the order of their catalogue
     */
    List<DescribedDuty> on(LocalDate asOf);

    /**
     * The duties of a catalogue, by the keys of its rows.
     *
     * @param duties the catalogue
     * @return those in force on the day
     */
    static DutySource of(DutyCatalogue duties) {
        return asOf -> duties.on(asOf).stream().map(DescribedDuty::from).toList();
    }

    /**
     * The duties as a company has them, by its own posts.
     *
     * @param duties the company's duties
     * @return those in force on the day
     */
    static DutySource of(CompanyDuties duties) {
        return asOf ->
                duties.versions().stream()
                        .filter(held -> held.duty().origin().holdsOn(asOf))
                        .flatMap(held -> DescribedDuty.from(held).stream())
                        .toList();
    }
}
