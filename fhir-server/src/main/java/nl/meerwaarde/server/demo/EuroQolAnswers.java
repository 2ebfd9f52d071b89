package nl.meerwaarde.server.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers to the EQ-5D-5L.
 *
 * @param levels level (1 no problems – 5) by linkId, in order; what was skipped is absent
 * @param vas overall health, 0–100, or null when skipped
 */
record EuroQolAnswers(Map<String, Integer> levels, @Nullable Integer vas) {
    /** How much a bad joint shows in each dimension, 0–1. */
    private static final Map<String, Double> BURDEN = burden();

    private static Map<String, Double> burden() {
        Map<String, Double> burden = new LinkedHashMap<>();
        burden.put("mobility", 0.95);
        burden.put("self-care", 0.45);
        burden.put("usual-activities", 0.9);
        burden.put("pain-discomfort", 1.0);
        burden.put("anxiety-depression", 0.3);
        return burden;
    }

    /**
     * Answers that go with a state of health.
     *
     * @param health on the scale of the Oxford score
     */
    static EuroQolAnswers draw(Chance chance, double health, Set<Comorbidity> comorbidities) {
        double trouble = (48 - health) / 48 * 4;
        Map<String, Integer> levels = new LinkedHashMap<>();
        BURDEN.forEach((dimension, weight) -> {
            double low =
                    dimension.equals("anxiety-depression") && comorbidities.contains(Comorbidity.DEPRESSION) ? 1 : 0;
            long level = 1 + Math.round(chance.normal(trouble * weight + low, 0.6));
            if (!chance.happens(0.005)) {
                levels.put(dimension, (int) Math.max(1, Math.min(5, level)));
            }
        });
        return new EuroQolAnswers(levels, chance.happens(0.03) ? null : vas(chance, health, comorbidities.size()));
    }

    /** Most people answer in fives. */
    private static int vas(Chance chance, double health, int comorbidities) {
        double value = Math.max(0, Math.min(100, chance.normal(50 + 0.75 * health - 3 * comorbidities, 9)));
        return (int) (chance.happens(0.7) ? Math.round(value / 5) * 5 : Math.round(value));
    }
}
