package dev.guanjia.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that cannot be used, with every fault that was found in it. */
public final class CatalogueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogueFault> faults;

    /**
     * Collects the faults.
     *
     * @param faults at least one, in the order of the file
     */
    public CatalogueException(List<CatalogueFault> faults) {
        super(faults.stream().map(CatalogueFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong.
     *
     * @return at least one fault, in the order of the file
     */
    public List<CatalogueFault> faults() {
        return faults;
    }
}
