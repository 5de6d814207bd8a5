package dev.guanjia.asset;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of equipment (R-EQUIP-REG). Source: requirements 05 S30.
 *
 * @param id which one
 * @param kind its class, a key of {@code equipment-classes.csv}
 * @param serial the maker's or the company's number, not blank; unique in its class
 * @param name what people call it, not blank, e.g. {@code 1号楼东梯}
 * @param stays where it is from which day on, by day; the first day is that of its installation
 * @param retired the first day on which it is no longer used, after every other; empty while used
 * @param warranty the days on which the maker answers for it; empty when nobody does
 */
public record Equipment(
        EquipmentId id,
        AssetKey kind,
        String serial,
        String name,
        List<Stay> stays,
        Optional<LocalDate> retired,
        Optional<DateRange> warranty) {

    /** It is in one place on every day from its installation to its retirement. */
    public Equipment {
        stays = List.copyOf(stays);
        if (serial.isBlank() || name.isBlank() || stays.isEmpty()) {
            throw new IllegalArgumentException(id + " needs a serial, a name and a place");
        }
        for (int i = 1; i < stays.size(); i++) {
            if (!stays.get(i).from().isAfter(stays.get(i - 1).from())) {
                throw new IllegalArgumentException(id + " is in two places at a time: " + stays);
            }
        }
        LocalDate last = stays.get(stays.size() - 1).from();
        if (retired.filter(day -> !day.isAfter(last)).isPresent()) {
            throw new IllegalArgumentException(id + " is retired before it came to its place");
        }
    }

    /**
     * The first day on which it is used.
     *
     * @return the first day of the first stay
     */
    public LocalDate installed() {
        return stays.get(0).from();
    }

    /**
     * Whether it is used on a day.
     *
     * @param day the day
     * @return true from its installation to the day before it is retired
     */
    public boolean isInUse(LocalDate day) {
        return !usedIn(DateRange.ofClosed(day, day)).isEmpty();
    }

    /**
     * On which days of a range it is used.
     *
     * @param range any days
     * @return the days, possibly none
     */
    public DateRange usedIn(DateRange range) {
        LocalDate end = retired.filter(range.end()::isAfter).orElse(range.end());
        LocalDate start = installed().isAfter(range.start()) ? installed() : range.start();
        return start.isBefore(end) ? new DateRange(start, end) : new DateRange(end, end);
    }

    /**
     * Where it is on a day.
     *
     * @param day the day
     * @return the place, or empty on a day on which it is not used
     */
    public Optional<Place> placeOn(LocalDate day) {
        return stays.stream()
                .filter(stay -> isInUse(day) && !stay.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(Stay::place);
    }

    /**
     * Whether the maker answers for it on a day.
     *
     * @param day the day
     * @return true inside the warranty
     */
    public boolean isUnderWarranty(LocalDate day) {
        return warranty.filter(days -> days.contains(day)).isPresent();
    }

    Stay lastStay() {
        return stays.get(stays.size() - 1);
    }

    Equipment movedTo(Stay stay) {
        List<Stay> all = new ArrayList<>(stays);
        all.add(stay);
        return new Equipment(id, kind, serial, name, all, retired, warranty);
    }

    Equipment retiredOn(LocalDate day) {
        return new Equipment(id, kind, serial, name, stays, Optional.of(day), warranty);
    }

    /**
     * Where a piece of equipment is from a day on.
     *
     * @param from the first day there
     * @param place where
     */
    public record Stay(LocalDate from, Place place) {}
}
