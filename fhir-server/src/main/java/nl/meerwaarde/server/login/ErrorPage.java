package nl.meerwaarde.server.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** What browsers show of an error that nobody else has words for: in the reader's language, and without what went wrong inside. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(LoginConfiguration.ENABLED)
class ErrorPage implements ErrorViewResolver {
    private final Pages pages = new Pages();

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        String what = status.is5xxServerError() ? "failed" : "no-page";
        View view = (content, asked, answer) -> pages.tell(asked, answer, status, what);
        return new ModelAndView(view);
    }
}
