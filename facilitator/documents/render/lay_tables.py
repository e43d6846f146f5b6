"""x"""
MAKERS = {}
