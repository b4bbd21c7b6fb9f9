package tel.ringer.warp.runner;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.function.Consumer;

/** GreenMail that tells of each mail once, before the sender is told that it was accepted. */
final class ListeningMailServer extends GreenMail {

    private final Consumer<MovingMessage> listener;

    ListeningMailServer(ServerSetup setup, Consumer<MovingMessage> listener) {
        super(setup);
        this.listener = listener;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return super.createServices(setups, new Managers() {
            private final SmtpManager smtp =
                    new ListeningSmtp(managers.getImapHostManager(), managers.getUserManager());

            @Override
            public SmtpManager getSmtpManager() {
                return smtp;
            }
        });
    }

    private final class ListeningSmtp extends SmtpManager {

        private ListeningSmtp(ImapHostManager mailboxes, UserManager users) {
            super(mailboxes, users);
        }

        @Override
        public synchronized void send(SmtpState state) {
            listener.accept(state.getMessage());
        }
    }
}
