package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The report on primary replacements of a joint, reckoned from the drawn patients themselves: no resource, server or database is involved. */
final class Report {
    private static final int WINDOW_CLOSES = 305;
    private static final int MODELLED_AT_LEAST = 30;

    private final Map<String, List<Pair>> pairs = new LinkedHashMap<>();
    private final Map<String, Integer> eligible = new LinkedHashMap<>();

    /** Scores of an episode with both, and what was expected. */
    record Pair(double before, double after, double expected) {
        double residual() {
            return after - expected;
        }
    }

    static Report of(SyntheticCohort cohort, Joint joint) {
        Report report = new Report();
        Cohorts.patients(cohort)
                .forEach(patient -> patient.episodes().stream()
                        .filter(episode -> episode.caseMix().joint() == joint
                                && !episode.caseMix().revision()
                                && isFollowedToTheEnd(episode, cohort.reference()))
                        .forEach(episode -> report.add(patient, episode)));
        return report;
    }

    private static boolean isFollowedToTheEnd(SyntheticEpisode episode, LocalDate today) {
        LocalDate closes = episode.index().plusDays(WINDOW_CLOSES);
        return closes.isBefore(today) && (episode.end() == null || episode.end().isAfter(closes));
    }

    private void add(SyntheticPatient patient, SyntheticEpisode episode) {
        String hospital = patient.hospital().id();
        eligible.merge(hospital, 1, Integer::sum);
        pairs.computeIfAbsent(hospital, id -> new ArrayList<>());
        OptionalDouble before = score(episode, Moment.BASELINE);
        OptionalDouble after = score(episode, Moment.MONTH_6);
        boolean own = !patient.answering().respondent().equals("proxy");
        if (own && before.isPresent() && after.isPresent()) {
            double expected = episode.caseMix().expected(before.getAsDouble()).doubleValue();
            pairs.get(hospital).add(new Pair(before.getAsDouble(), after.getAsDouble(), expected));
        }
    }

    private static OptionalDouble score(SyntheticEpisode episode, Moment moment) {
        return episode.sittings().stream()
                .filter(sitting -> sitting.attendance().moment() == moment && sitting.oxford() != null)
                .map(sitting -> sitting.oxford().score())
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    int eligible(String hospital) {
        return eligible.get(hospital);
    }

    int analysed(String hospital) {
        return pairs.get(hospital).size();
    }

    double gain(String hospital) {
        return pairs.get(hospital).stream()
                .mapToDouble(pair -> pair.after() - pair.before())
                .average()
                .orElseThrow();
    }

    /** Code from {@code control-limit-status}. */
    String status(String hospital) {
        List<Pair> here = pairs.get(hospital);
        if (here.size() < MODELLED_AT_LEAST) {
            return "too-few";
        }
        List<Pair> all = pairs.values().stream().flatMap(List::stream).toList();
        double z = (meanResidual(here) - meanResidual(all)) / (deviation(all) / Math.sqrt(here.size()));
        String limit = Math.abs(z) >= 3.09 ? "99-8" : "95";
        return Math.abs(z) < 1.96 ? "within" : (z < 0 ? "below-" : "above-") + limit;
    }

    double meanResidual() {
        return meanResidual(pairs.values().stream().flatMap(List::stream).toList());
    }

    private static double meanResidual(List<Pair> pairs) {
        return pairs.stream().mapToDouble(Pair::residual).average().orElseThrow();
    }

    private static double deviation(List<Pair> pairs) {
        double mean = meanResidual(pairs);
        double squares = pairs.stream()
                .mapToDouble(pair -> (pair.residual() - mean) * (pair.residual() - mean))
                .sum();
        return Math.sqrt(squares / (pairs.size() - 1));
    }
}
