package tel.ringer.warp.runner;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** GreenMail that tells of each connection, and of each mail once, before the sender is told that it was accepted. */
final class ListeningMailServer extends GreenMail {

    private final Consumer<MovingMessage> listener;
    private final Runnable connected;

    ListeningMailServer(ServerSetup setup, Consumer<MovingMessage> listener, Runnable connected) {
        super(setup);
        this.listener = listener;
        this.connected = connected;
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Managers listening = new Managers() {
            private final SmtpManager smtp =
                    new ListeningSmtp(managers.getImapHostManager(), managers.getUserManager());

            @Override
            public SmtpManager getSmtpManager() {
                return smtp;
            }
        };
        Map<String, AbstractServer> services = new HashMap<>();
        services.put(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], listening) {
            @Override
            protected ProtocolHandler createProtocolHandler(Socket client) {
                connected.run();
                return super.createProtocolHandler(client);
            }
        });
        return services;
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
