"""How the course opens JupyterLab: `jupyter lab --config=tools/jupyter_server_config.py`.

A kernel announces that it is busy and then answers, in two small packets. TCP (Nagle's algorithm)
keeps the second until the first is acknowledged, which the browser delays by some 40 ms. Sent at
once, a widget's picture follows its slider that much sooner; nothing else depends on it.
"""

from pathlib import Path

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The usual connection between browser and kernel, without Nagle's algorithm."""

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c.ServerApp.kernel_websocket_connection_class = PromptConnection  # noqa: F821
c.ServerApp.root_dir = str(Path(__file__).resolve().parent.parent)  # noqa: F821, not notebooks/
