package org.wasl.config;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.wasl.bot.channel.telegram.TelegramConfiguration;
import org.wasl.bot.channel.web.WebChatConfiguration;
import org.wasl.bot.conversation.ConversationConfiguration;
import org.wasl.bot.filing.FilingConfiguration;
import org.wasl.bot.guard.GuardConfiguration;
import org.wasl.bot.mailbox.MailboxConfiguration;
import org.wasl.bot.media.MediaConfiguration;
import org.wasl.bot.session.SessionConfiguration;

/**
 * The node that faces citizens. What it configures by itself is listed, not found: in the all-in-one the desk's
 * libraries are on the same class path, and nothing of them may wake up here.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@Import({
    NodeBeans.class,
    BotKeyBeans.class,
    BotParts.class,
    ConversationConfiguration.class,
    FilingConfiguration.class,
    GuardConfiguration.class,
    MailboxConfiguration.class,
    MediaConfiguration.class,
    SessionConfiguration.class,
    TelegramConfiguration.class,
    WebChatConfiguration.class
})
class BotNode {}
