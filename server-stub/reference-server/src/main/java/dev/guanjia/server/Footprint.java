package dev.guanjia.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Keeps the heap near what is used. Started plainly on a large machine, the collector would begin
 * with a sixty-fourth of its memory and keep what it once took; these switches can be set while
 * running and change nothing but how much free heap is kept.
 */
final class Footprint {

    private static final Map<String, String> SWITCHES =
            Map.of(
                    "MinHeapFreeRatio", "10",
                    "MaxHeapFreeRatio", "30",
                    "G1PeriodicGCInterval", "30000");

    private Footprint() {}

    static void shrink() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null) {
            SWITCHES.forEach((name, value) -> set(machine, name, value));
        }
        System.gc();
    }

    private static void set(HotSpotDiagnosticMXBean machine, String name, String value) {
        try {
            machine.setVMOption(name, value);
        } catch (IllegalArgumentException otherMachineOrCollector) {
            // a switch less is a larger heap, nothing worse
        }
    }
}
