"""Answers of the kernel leave at once: `jupyter lab --config=tools/jupyter_server_config.py`.

A kernel announces that it is busy and then answers, in two small packets. TCP (Nagle's algorithm)
keeps the second until the first is acknowledged, which the browser delays by some 40 ms. Without
this, a widget's picture follows its slider that much later; nothing else depends on it.
"""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The usual connection between browser and kernel, without Nagle's algorithm."""

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c.ServerApp.kernel_websocket_connection_class = PromptConnection  # noqa: F821
