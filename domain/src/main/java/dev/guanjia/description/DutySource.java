package dev.guanjia.description;

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
     * The duties of a catalogue as it stands.
     *
     * @param duties the catalogue
     * @return those whose first day has come
     */
    static DutySource of(DutyCatalogue duties) {
        return asOf ->
                duties.all().stream()
                        .filter(duty -> !duty.origin().from().isAfter(asOf))
                        .map(DescribedDuty::from)
                        .toList();
    }
}
