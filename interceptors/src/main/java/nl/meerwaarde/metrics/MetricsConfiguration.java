package nl.meerwaarde.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import nl.meerwaarde.audit.EmergencyListener;
import nl.meerwaarde.derivation.DerivationMetrics;
import nl.meerwaarde.report.ReportMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the timers {@code meerwaarde.submit}, {@code meerwaarde.derive} and {@code meerwaarde.report}, and the counter {@code meerwaarde.emergency}. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {
    @Bean
    SubmissionTimer meerwaardeSubmissionTimer(MeterRegistry meters) {
        return new SubmissionTimer(meters);
    }

    @Bean
    EmergencyListener meerwaardeEmergencyCounter(MeterRegistry meters) {
        return new EmergencyCounter(meters);
    }

    @Bean
    DerivationMetrics meerwaardeDerivationMetrics(MeterRegistry meters) {
        Timer timer = timer(meters, "meerwaarde.derive", "Deriving scores and facts of one transaction");
        return timer::record;
    }

    @Bean
    ReportMetrics meerwaardeReportMetrics(MeterRegistry meters) {
        Timer timer = timer(meters, "meerwaarde.report", "Evaluating one Measure");
        return timer::record;
    }

    private static Timer timer(MeterRegistry meters, String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .register(meters);
    }
}
