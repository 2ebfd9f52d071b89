package nl.meerwaarde.server.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the server does not start, instead of in a stack of Spring's. */
class IdentityFailureAnalyzer extends AbstractFailureAnalyzer<UnusableIdentityException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableIdentityException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
