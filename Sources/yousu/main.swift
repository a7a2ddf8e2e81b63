import YousuCLI

Yousu.start()
